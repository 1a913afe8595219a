#!/usr/bin/env bash
# Builds the engines that container tests run against, as images sohoa-test/postgres and sohoa-test/ceph-rgw, from
# Debian packages only: a base made by debootstrap from the mirror that this machine's apt is configured with, then one
# Dockerfile each. No image registry is asked for anything.
#
#   infra/images/build.sh            builds what is missing or whose recipe has changed; says nothing when nothing is
#   infra/images/build.sh --check    builds nothing; ends non-zero when something would have to be built
#
# Needs root (debootstrap), a container engine that answers `docker`, and debootstrap: infra/containers.sh sees to those.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly HERE
readonly CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/sohoa/images
readonly BASE=sohoa-test/debian LABEL=vn.sohoa.recipe

say() { echo "images: $*" >&2; }

fail() {
    say "$*"
    exit 1
}

# The repositories of Debian itself among this machine's sources, "uri suite component" a line.
repositories() {
    # shellcheck disable=SC2016  # apt fills these in, not the shell
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' \
        'Created-By: Packages' 'Origin: Debian' "Architecture: $(dpkg --print-architecture)" \
        | awk '$3 == "main"' | sort -u
}

recipe() { cat "$@" | sha256sum | cut -c 1-16; }

is_built() { # image, recipe
    [[ $(docker image inspect --format "{{index .Config.Labels \"$LABEL\"}}" "$1" 2>/dev/null) == "$2" ]]
}

# Runs a step with its output in a log that is shown only when the step fails.
quietly() { # name, command…
    local log=$CACHE/$1.log
    shift
    "$@" >"$log" 2>&1 </dev/null && return
    tail -n 30 "$log" >&2
    return 1
}

import_base() { # rootfs, recipe
    tar -C "$1" --numeric-owner -c . | docker import --change "LABEL $LABEL=$2" - "$BASE"
}

build_base() { # recipe
    local suite mirror root uri release component
    # shellcheck source=/dev/null
    suite=$(. /etc/os-release && [[ ${ID-} == debian ]] && echo "${VERSION_CODENAME-}") || true
    [[ -n $suite ]] || fail "this is not a Debian release: the test images are made from Debian's own packages"
    # apt knows what a source is only after it has read the lists once.
    [[ -n $(repositories) ]] || quietly apt apt-get -qq update || fail "apt-get update failed (above)"
    mirror=$(repositories | awk -v suite="$suite" '$2 == suite {print $1; exit}')
    [[ -n $mirror ]] || fail "apt on this machine has no source for Debian $suite: see apt-get indextargets"
    say "making a Debian $suite base (about half a minute) …"
    root=$(mktemp -d "$CACHE/base.XXXXXX")
    # shellcheck disable=SC2064  # the folder of now, whatever the variable holds later
    trap "rm -rf '$root'" EXIT
    quietly debootstrap debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" "$mirror" \
        || fail "debootstrap could not make a base of $suite (above, whole log in $CACHE/debootstrap.log)"
    # Inside, apt asks the same mirrors, through the same proxy and trusting the same authorities, as it does outside.
    while read -r uri release component; do
        echo "deb $uri $release $component"
    done < <(repositories) >"$root/etc/apt/sources.list"
    apt-config dump | grep -i '^Acquire::https\?::proxy' >"$root/etc/apt/apt.conf.d/90proxy" || true
    cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/" 2>/dev/null || true
    rm -rf "$root"/var/cache/apt/* "$root"/var/lib/apt/lists/* "$root"/usr/share/{doc,man,locale}/*
    quietly import import_base "$root" "$1" || fail "docker import of the base failed (above)"
    rm -rf "$root"
}

build() { # name, recipe
    say "building sohoa-test/$1 (about half a minute) …"
    # The host's network, because the engine that infra/containers.sh starts has no other.
    quietly "$1" docker build --network host --label "$LABEL=$2" --tag "sohoa-test/$1" "$HERE/$1" \
        || fail "sohoa-test/$1 could not be built (above, whole log in $CACHE/$1.log)"
}

# An image holds what its own folder says, on a base made by this file.
own_recipe() { recipe "$HERE/build.sh" "$HERE/$1"/*; }

if [[ ${1-} == --check ]]; then
    for name in postgres ceph-rgw; do
        is_built "sohoa-test/$name" "$(own_recipe "$name")" || exit 1
    done
    exit 0
fi

mkdir -p "$CACHE"
# Two runs on one machine would make the same images twice: the second waits and finds them.
exec 9>"$CACHE/lock"
flock 9

base_recipe=$(recipe "$HERE/build.sh")
for name in postgres ceph-rgw; do
    is_built "sohoa-test/$name" "$(own_recipe "$name")" && continue
    is_built "$BASE" "$base_recipe" || build_base "$base_recipe"
    build "$name" "$(own_recipe "$name")"
    # What the new one has replaced: half a gigabyte a recipe otherwise.
    quietly prune docker image prune --force --filter "label=$LABEL" || true
done
