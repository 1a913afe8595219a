#!/usr/bin/env bash
# Real engines for tests, on a machine where no image registry can be reached.
#
#   infra/containers.sh up       gets a container engine to answer (installing Debian's when there is none), builds the
#                                test images, and prints the environment that the tests need, to be eval'ed
#   infra/containers.sh down     removes the containers of finished test runs and ends the engine that "up" started
#   infra/containers.sh status   says what is there, changes nothing
#
# What people read goes to standard error, one line when all is well. "up" ends non-zero where no engine can run, with
# the reason both there and in the printed environment, so that the tests can repeat it:
#
#   if vars=$(infra/containers.sh up); then trap 'infra/containers.sh down' EXIT; fi
#   eval "$vars"
#
# The engine that "up" starts is our own: its socket, its storage, no bridge, no firewall rule, no forwarding; whatever
# Docker the machine has is left as it is. Its containers share the host's network, where the tests' engines listen on
# loopback only.
set -euo pipefail
# Where Debian puts dockerd and debootstrap; not on a plain user's path.
PATH=$PATH:/usr/sbin:/sbin

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly HERE
readonly CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/sohoa
readonly RUN=/run/sohoa-containers
readonly SOCKET=$RUN/docker.sock PID_FILE=$RUN/docker.pid LOG=$CACHE/dockerd.log
# Test containers carry the process id of the JVM that started them under this label (see EngineContainer.java).
readonly OWNER_LABEL=vn.sohoa.test.jvm
readonly START_SECONDS=60
# What made "up" fail; its last line tells it.
reason=

say() { echo "containers: $*" >&2; }

give_up() {
    reason=$*
    return 1
}

as_root() {
    if ((EUID == 0)); then
        "$@"
    elif [[ -t 0 ]]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

need_root() { # what for
    ((EUID == 0)) || as_root true 2>/dev/null || give_up "$1 needs root, or sudo"
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq "$@" >"$CACHE/apt.log" 2>&1 </dev/null
}

need() { # command, Debian package
    command -v "$1" >/dev/null && return
    command -v apt-get >/dev/null || give_up "there is no $1 and no apt-get to install it with" || return
    say "installing $2 …"
    # A fresh machine's lists may be missing or old: read them again only when the first try fails.
    apt_get install --yes --no-install-recommends "$2" && return
    apt_get update || true
    apt_get install --yes --no-install-recommends "$2" \
        || give_up "apt-get could not install $2: $(tail -n 1 "$CACHE/apt.log") (see $CACHE/apt.log)"
}

engine_answers() { timeout 15 docker info >/dev/null 2>&1; }

# Our own engine when it runs, else the one that the machine's user is used to.
find_engine() {
    if [[ -S $SOCKET ]] && DOCKER_HOST=unix://$SOCKET engine_answers; then
        export DOCKER_HOST=unix://$SOCKET
        return
    fi
    case ${DOCKER_HOST-} in
        "" | unix://*) engine_answers ;;
        # The tests speak to their engines on this machine's loopback.
        *) return 1 ;;
    esac
}

start_engine() { # storage folder, more options…
    local data=$1 deadline=$((SECONDS + START_SECONDS)) starter
    shift
    as_root mkdir -p "$RUN" "$data"
    # A session of its own: it must outlive this script, and a Ctrl-C meant for the tests must not reach it. Nor may it
    # keep our lock (9).
    as_root setsid dockerd --host "unix://$SOCKET" --data-root "$data" --exec-root "$RUN/exec" --pidfile "$PID_FILE" \
        --group "$(id -gn)" --bridge=none --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false "$@" \
        >"$LOG" 2>&1 </dev/null 9>&- &
    starter=$!
    export DOCKER_HOST=unix://$SOCKET
    while ((SECONDS < deadline)); do
        engine_answers && return
        kill -0 "$starter" 2>/dev/null || break
        sleep 0.3
    done
    stop_engine
    unset DOCKER_HOST
    return 1
}

own_engine_pid() {
    local pid
    pid=$(cat "$PID_FILE" 2>/dev/null) || return
    # The number may belong to somebody else by now.
    [[ -r /proc/$pid/cmdline ]] && tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF -- "$SOCKET" && echo "$pid"
}

stop_engine() {
    local pid
    pid=$(own_engine_pid) || return 0
    as_root kill "$pid"
    for _ in {1..150}; do
        [[ -e /proc/$pid ]] || return 0
        sleep 0.1
    done
    say "the engine (process $pid) does not end"
}

why_not_started() {
    sed -n 's/^failed to start daemon: //p; s/.*level=\(error\|fatal\).*msg="\(.*\)".*/\2/p' "$LOG" | tail -n 1
}

get_engine() {
    find_engine && return
    [[ $(uname -s) == Linux ]] || give_up "the test engines need Linux" || return
    need_root "starting a container engine" || return
    need dockerd docker.io || return
    # Comes with docker.io in Debian 12, by itself in later releases.
    need docker docker-cli || return
    # Where services start when they are installed, there is one now.
    find_engine && return
    # A second try with the plainest storage: some file systems refuse to be layered.
    start_engine "$CACHE/docker" || start_engine "$CACHE/docker-vfs" --storage-driver vfs \
        || give_up "the container engine did not start: $(why_not_started) (see $LOG)"
}

build_images() {
    "$HERE/images/build.sh" --check && return
    need_root "making the test images" || return
    need debootstrap debootstrap || return
    as_root env DOCKER_HOST="${DOCKER_HOST-unix:///var/run/docker.sock}" XDG_CACHE_HOME="$(dirname "$CACHE")" \
        "$HERE/images/build.sh" || give_up "the test images could not be built (the reason is above)"
}

# Containers whose test run was killed: nobody else will remove them.
remove_orphans() {
    local id owner
    docker ps --all --filter "label=$OWNER_LABEL" --format "{{.ID}} {{.Label \"$OWNER_LABEL\"}}" \
        | while read -r id owner; do
            [[ -e /proc/$owner ]] || docker rm --force --volumes "$id" >/dev/null
        done
}

up() {
    get_engine || return
    remove_orphans
    build_images
}

down() {
    find_engine || return 0
    remove_orphans
    own_engine_pid >/dev/null || return 0
    if [[ -n $(docker ps --quiet) ]]; then
        say "the engine is left running: another run's containers are up"
        return
    fi
    stop_engine
}

status() {
    if find_engine; then
        say "an engine answers on ${DOCKER_HOST:-its usual socket}"
        docker ps --filter "label=$OWNER_LABEL" >&2
        docker images 'sohoa-test/*' >&2
    else
        say "no engine answers"
    fi
}

mkdir -p "$CACHE"
# Two runs on one machine would start two engines on one folder.
exec 9>"$CACHE/containers.lock"
flock 9
case ${1-} in
    up)
        if up; then
            say "ready: engine $(docker version --format '{{.Server.Version}}') on ${DOCKER_HOST:-its usual socket}"
            [[ -z ${DOCKER_HOST-} ]] || printf 'export DOCKER_HOST=%q\n' "$DOCKER_HOST"
            # From here on a container test that cannot find its engine has failed, not skipped.
            echo 'export SOHOA_TEST_CONTAINERS=required'
        else
            say "none here: $reason"
            printf 'export SOHOA_TEST_NO_CONTAINERS=%q\n' "$reason"
            exit 1
        fi
        ;;
    down) down ;;
    status) status ;;
    *)
        echo "usage: infra/containers.sh up | down | status" >&2
        exit 2
        ;;
esac
