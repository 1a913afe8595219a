#!/usr/bin/env bash
# PostgreSQL for tests. Called as the public postgres image is: POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB in the
# environment, "postgres -c name=value …" as the command; so either image serves the same tests. The database is made
# at the first start and found again at the next. Durability stays as PostgreSQL ships it.
set -euo pipefail

: "${POSTGRES_PASSWORD:?postgres: POSTGRES_PASSWORD is not set}"
readonly USER_NAME=${POSTGRES_USER:-postgres} DATABASE=${POSTGRES_DB:-${POSTGRES_USER:-postgres}}
readonly DATA=/var/lib/postgresql/data
PATH=$(echo /usr/lib/postgresql/*/bin):$PATH
export PATH

as_postgres() { setpriv --reuid postgres --regid postgres --init-groups "$@"; }

if [[ ! -e $DATA/PG_VERSION ]]; then
    # Made under another name and moved when complete: a start that was cut short leaves nothing half made.
    rm -rf "$DATA.new"
    as_postgres sh -c 'umask 077 && cat >/tmp/password' <<<"$POSTGRES_PASSWORD"
    as_postgres initdb -D "$DATA.new" -U "$USER_NAME" --pwfile=/tmp/password \
        --encoding UTF8 --locale C.UTF-8 --auth-local peer --auth-host scram-sha-256 >/tmp/initdb.log 2>&1 \
        || { cat /tmp/initdb.log >&2; echo "postgres: the database could not be made" >&2; exit 1; }
    rm /tmp/password
    echo "host all all all scram-sha-256" >>"$DATA.new/pg_hba.conf"
    if [[ $DATABASE != postgres ]]; then
        echo "create database \"$DATABASE\"" | as_postgres postgres --single -D "$DATA.new" postgres >/dev/null
    fi
    mv "$DATA.new" "$DATA"
fi
[[ ${1-} == postgres ]] && shift
exec setpriv --reuid postgres --regid postgres --init-groups postgres -D "$DATA" "$@"
