#!/usr/bin/env bash
# Keeps a node busy at the pace of 60,000 pages in an eight-hour day (2.08 pages a second) over twenty counters, and
# watches memory, threads, file handles, tables and queues; writes docs/SOAK.md and docs/images/soak-*.png. Recorded words
# stand in for Tesseract, which one small machine could not run at this pace.
#
#   infra/soak.sh [MINUTES] [PAGES-A-SECOND]      60 minutes, 2.08
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh
# shellcheck source=infra/measure.sh
. infra/measure.sh

minutes=${1:-60}
rate=${2:-2.08}
need_recognition
need_java
need procps "đo tiến trình / measuring processes"
build
prepare_archive
export LC_ALL=C.UTF-8
java_options

work=$PWD/target/soak
rm -rf "$work"
mkdir -p "$work/recorded" "$work/data"
measuring_classes "$work/classes"
mapfile -t scans < <(find src/test/resources/samples -name 'd*.jpg' | sort)
recorded_agent "$work/recorded" "$work/recorded.jar" "${scans[@]}"

node=
trap '[ -z "$node" ] || kill "$node" 2>/dev/null || true' EXIT
start_node "$work/data" "$work/node.log" --sohoa.recognizer.stand-in="$work/recorded.jar" \
  --sohoa.recognizer.stand-in-knowingly=true --sohoa.intake.quiet=1s
base=$(sed -n 's/^sohoa: \(http.*\)/\1/p' "$work/node.log")
say "$minutes phút, $rate trang/giây / minutes, pages a second …"
begin_ticks=$(ticks "$node")
measured vn.sohoa.measure.Soak run "$node" "$work/data" "$base" "$work/samples.csv" "$rate" "$minutes" 0 "${scans[@]}" |
  tee "$work/said.txt"
used=$(calc "($(ticks "$node") - $begin_ticks) / 100 / $(sed -n 's/.* in \([0-9]*\) s$/\1/p' "$work/said.txt") * 100" 0)
stop_node
node=
mkdir -p docs/images
measured vn.sohoa.measure.Soak tell "$work/samples.csv" docs/images soak >"$work/rows.txt"
verdict="Everything is flat."
! grep -q '\*\*no\*\*' "$work/rows.txt" || verdict="Not everything is flat: see the lines that say no."

cat >docs/SOAK.md <<END
# Soak

Measured by \`infra/soak.sh $minutes $rate\` on $(machine) by commit $(commit), load $(load) at the end: $(cat "$work/said.txt").
60,000 pages in an eight-hour day are 2.08 pages a second. Generated scans (single pages, every fourth a PDF of five) fall
into twenty counters of four units; recorded words stand in for Tesseract, everything else is as in service: intake,
store with proof, cutting, records, understanding, PDF/A. The node, with a heap of ${SOHOA_HEAP:-768m}, used $used % of one core.

**$verdict** Compared are the medians of the second and of the last quarter of the time; what is more than a tenth and more
than 8 above is not flat. The slope is by least squares over the last three quarters. In the first minutes the heap and what
is compiled still grow, so that a run of less than half an hour says little.

| | second quarter | last quarter | for 1,000 pages | flat |
|---|---|---|---|---|
$(cat "$work/rows.txt")

![Memory](images/soak-memory.png)

![Threads, file handles, files under way](images/soak-handles.png)

![Pages, backlog, messages, tables](images/soak-work.png)
END
say "docs/SOAK.md: $verdict"
