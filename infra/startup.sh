#!/usr/bin/env bash
# Measures how long a node takes until it is ready, and what it costs while nothing happens; writes docs/BENCHMARKS.md.
# About ten minutes on a quiet machine.
#
#   infra/startup.sh [--rounds N] [--seconds N]    rounds of starting (3), seconds of watching (60)
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh
# shellcheck source=infra/measure.sh
. infra/measure.sh

rounds=3
seconds=60
counters=300
while [ $# -gt 0 ]; do
  case $1 in
    --rounds) rounds=$2; shift ;;
    --seconds) seconds=$2; shift ;;
    *) fail "không hiểu $1 / not known: $1 (--rounds N, --seconds N)" ;;
  esac
  shift
done

need_recognition
need_java
need procps "đo tiến trình / measuring processes"
build
prepare_archive
export LC_ALL=C.UTF-8

work=$PWD/target/startup
rm -rf "$work"
mkdir -p "$work"
node=
trap '[ -z "$node" ] || kill "$node" 2>/dev/null || true' EXIT

# ready NAME: seconds until ready and processor seconds used by then, on the same data folder each time.
ready() {
  local begin
  begin=$(now)
  start_node "$work/data" "$work/$1.log"
  printf '%s %s\n' "$(calc "$(now) - $begin")" "$(calc "$(ticks "$node") / 100")" >>"$work/$1"
  stop_node
}

say "Lần đầu / the first start …"
java_options
ready first
quick=("${options[@]}")
plain=()
for option in "${options[@]}"; do
  case $option in *Archive* | *AOTCache*) ;; *) plain+=("$option") ;; esac
done
for round in $(seq 1 "$rounds"); do
  say "Khởi động / starting, $round/$rounds …"
  options=("${quick[@]}")
  ready quick
  options=("${plain[@]}")
  ready plain
done

# spent SECONDS: per cent of a core that the node and all that belongs to it use meanwhile.
spent() {
  local before after
  mapfile -t all < <(family "$node" "$work/data")
  before=$(ticks "${all[@]}")
  sleep "$1"
  mapfile -t all < <(family "$node" "$work/data")
  after=$(ticks "${all[@]}")
  calc "($after - $before) / $1"
}

say "Nghỉ / idle, $seconds s …"
options=("${quick[@]}")
start_node "$work/data" "$work/idle.log"
sleep 180 # the compiler still works on what the start has used
idle=$(spent "$seconds")
say "$counters quầy / $counters counters, $seconds s …"
for unit in $(seq 1 $((counters / 10))); do
  for counter in $(seq 1 10); do mkdir -p "$work/data/inbox/don-vi-$unit/quay-$counter"; done
done
sleep 30
busy=$(spent "$seconds")
memory=$(resident "$node")
stop_node
node=

column() { median $(cut -d' ' -f"$2" "$work/$1"); }
section docs/BENCHMARKS.md startup <<END
## Start and rest

Measured by \`infra/startup.sh\` on $(machine) by commit $(commit), load $(load) at the end. Medians of $rounds starts of an installation that
is there already; ready is when the address is printed. Rest: processor time of the node, its PostgreSQL and its
recognizers over $seconds s from the fourth minute on, in per cent of one core.

| | s until ready | processor s | wanted |
|---|---|---|---|
| with the archive of \`infra/run.sh\` | $(column quick 1) | $(column quick 2) | ≤ 8 s on two quiet cores |
| without it | $(column plain 1) | $(column plain 2) | |
| the very first start (makes the database) | $(column first 1) | $(column first 2) | |

| | % of a core | wanted |
|---|---|---|
| nothing to do | $idle | < 2 |
| $counters counters' folders looked into every second | $busy | < 5 |

Resident after that: $((memory / 1024)) MiB.
END
say "docs/BENCHMARKS.md"
sed -n '/<!-- startup -->/,/<!-- \/startup -->/p' docs/BENCHMARKS.md
