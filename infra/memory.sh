#!/usr/bin/env bash
# Measures the memory of a node and its recognizers: `digitize` over the sample scans, a file of 2 GiB, a PDF of a thousand
# colour pages, and many pages; writes docs/BENCHMARKS.md. All with a heap of 768 MiB.
#
#   infra/memory.sh                 everything with real recognizers: about an hour and a half on two quiet cores
#   infra/memory.sh --recorded      the thousand pages with recorded words in the recognizers' place: what is measured
#                                   there is the node
#   infra/memory.sh --digitize      only `digitize` over the sample scans: three minutes
#   infra/memory.sh --pages N       so many pages instead of 5,000 in the last part (about 0.7 s a page); 0: without it
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh
# shellcheck source=infra/measure.sh
. infra/measure.sh

pages=5000
thousand=1000
big_bytes=2147483648
recorded=no
digitize_only=no
while [ $# -gt 0 ]; do
  case $1 in
    --pages) pages=$2; shift ;;
    --thousand) thousand=$2; shift ;; # this and the next: to try the script
    --big) big_bytes=$2; shift ;;
    --recorded) recorded=yes ;;
    --digitize) digitize_only=yes ;;
    *) fail "không hiểu $1 / not known: $1 (--recorded, --digitize, --pages N)" ;;
  esac
  shift
done

need_recognition
need_java
need procps "đo tiến trình / measuring processes"
SOHOA_HEAP=768m
build
prepare_archive
export LC_ALL=C.UTF-8
java_options

work=$PWD/target/memory
rm -rf "$work"
mkdir -p "$work/data" "$work/recorded"
[ "$(df -Pk "$work" | awk 'NR == 2 { print $4 }')" -gt 14000000 ] || fail "cần 14 GB trống / 14 GB of free disk are needed"
measuring_classes "$work/classes"
mapfile -t scans < <(find src/test/resources/samples -name 'd*.jpg' | sort)
node=
trap '[ -z "$node" ] || kill "$node" 2>/dev/null || true' EXIT
base() { sed -n 's/^sohoa: \(http.*\)/\1/p' "$work/node.log"; }

# Kibibytes of a process, what it shares with others counted in parts.
proportional() { awk '/^Pss:/ { print $2 }' "/proc/$1/smaps_rollup" 2>/dev/null || true; }

# recognizers PID: those that a process started; the judge of PDF/A is none.
recognizers() {
  local child
  for child in $(pgrep -P "$1" java || true); do
    { tr '\0' '\n' <"/proc/$child/cmdline"; } 2>/dev/null | grep -qx 'vn.sohoa.ocr.RecognizerMain' && printf '%s\n' "$child"
  done || true
}

# peak PID: the most that a process and its recognizers have together in MiB, looked at five times a second
# until it ends: what they share counted once, counted for each of them, and the share of the process alone.
peak() {
  local pid=$1 once=0 each=0 alone=0 own all sum child rss
  while own=$(proportional "$pid") && [ -n "$own" ]; do
    all=$own
    sum=$(resident "$pid")
    for child in $(recognizers "$pid"); do
      rss=$(resident "$child")
      sum=$((${sum:-0} + ${rss:-0}))
      child=$(proportional "$child")
      all=$((all + ${child:-0}))
    done
    [ "$all" -le "$once" ] || { once=$all; alone=$own; }
    [ "${sum:-0}" -le "$each" ] || each=$sum
    sleep 0.2
  done
  printf '%s %s %s\n' $((once / 1024)) $((each / 1024)) $((alone / 1024))
}

say "digitize, giấy mẫu / the samples …"
mkdir -p "$work/in"
find src/test/resources/samples -type f ! -name '*.json' ! -name '*.md' -exec cp {} "$work/in/" \;
files=$(find "$work/in" -type f | wc -l)
mapfile -t one_run < <(listed jvm-once.options)
java "${options[@]}" "${one_run[@]}" -jar "$jar" digitize --in "$work/in" --out "$work/out" --workers 2 >"$work/digitize.log" 2>&1 &
read -r once each alone <<<"$(peak $!)"
wait $! || fail "digitize ($work/digitize.log)"
section docs/BENCHMARKS.md memory-of-digitize <<END
## Memory of \`digitize\`

Measured by \`infra/memory.sh --digitize\` on $(machine): \`digitize --workers 2\` over the $files sample files, PDF/A included. At
the peak the node and its two recognizers hold $once MiB (wanted ≤ 900), of them the node $alone; $each where what they share (the
JVM, the engine, the archive of classes) is counted for each of them.
END
[ $digitize_only = no ] || exit 0

say "Tệp 2 GiB / a file of 2 GiB …"
measured vn.sohoa.measure.Scans padded "$work/big.pdf" "$big_bytes" "${scans[0]}"
expected=$(sha256sum "$work/big.pdf" | cut -d' ' -f1)
start_node "$work/data" "$work/node.log" --sohoa.intake.quiet=1s
big=$(measured vn.sohoa.measure.Peak "$node" "$work/data" "$(base)" "$work/big.pdf")
largest=$(find "$work/data/objects/sohoa-originals" -type f -size +"$((big_bytes / 2))"c -print -quit)
whole=no
[ -z "$largest" ] || [ "$(sha256sum "$largest" | cut -d' ' -f1)" != "$expected" ] || whole=yes
stop_node
rm -rf "$work/data"
mkdir -p "$work/data"

say "$thousand trang màu / colour pages …"
measured vn.sohoa.measure.Scans plain "$work/plain.jpg" # without a title, so that all pages become one document
measured vn.sohoa.measure.Scans pdf "$work/thousand.pdf" "$thousand" "$work/plain.jpg"
size=$(($(stat -c %s "$work/thousand.pdf") / 1048576))
extra=()
how="real recognizers"
if [ $recorded = yes ]; then
  recorded_agent "$work/recorded" "$work/recorded.jar" "$work/plain.jpg"
  extra=(--sohoa.recognizer.stand-in="$work/recorded.jar" --sohoa.recognizer.stand-in-knowingly=true)
  how="recorded words in the recognizers' place"
fi
start_node "$work/data" "$work/node.log" --sohoa.intake.quiet=1s "${extra[@]}"
many=$(measured vn.sohoa.measure.Peak "$node" "$work/data" "$(base)" "$work/thousand.pdf")
stop_node
rm -rf "$work/data"
mkdir -p "$work/data"

section docs/BENCHMARKS.md memory <<END
## Memory

Measured by \`infra/memory.sh\` on $(machine), with \`-Xmx768m\` for the node and two recognizers, load $(load) at the end, by commit $(commit). Peaks of
resident memory in MiB, looked at twice a second.

| | s until taken | s until a person can look | node | of it heap in use | recognizers together |
|---|---|---|---|---|---|
| one file of $((big_bytes / 1048576)) MiB (stored bytes equal: $whole) $big
| a PDF of $thousand colour pages at 300 dpi, $size MiB, that becomes one document, $how $many

A file of 64 MB or more is read once before it counts as taken: it is stored under a name of its own while it is hashed, and then
copied to its place by the store, since the hash goes into the object's metadata, which a store takes before the first byte. A
smaller one is hashed first, so that a repeat is known before anything is stored, and then stored; its second reading comes from
memory. Every object is then read back. Whether a file is whole is seen before, at the end of a PDF and in the tables of a TIFF; a JPEG
or PNG is walked through for that. A recognizer holds one page at a time.
END

if [ "$pages" -gt 0 ]; then
  say "$pages trang / pages …"
  start_node "$work/data" "$work/node.log" --sohoa.intake.quiet=1s
  said=$(measured vn.sohoa.measure.Soak run "$node" "$work/data" "$(base)" "$work/samples.csv" 0 0 "$pages" "${scans[@]}")
  stop_node
  measured vn.sohoa.measure.Soak tell "$work/samples.csv" docs/images memory >"$work/rows.txt"
  rm -f docs/images/memory-work.png docs/images/memory-handles.png
  section docs/BENCHMARKS.md memory-of-many-pages <<END
## Memory over many pages

Measured by \`infra/memory.sh\` on $(machine), as above, by commit $(commit), with real recognizers: $said.

| | second quarter | last quarter | for 1,000 pages | flat |
|---|---|---|---|---|
$(cat "$work/rows.txt")

![Memory over many pages](images/memory-memory.png)
END
fi
node=

say "docs/BENCHMARKS.md"
sed -n '/<!-- memory -->/,/<!-- \/memory-of-many-pages -->/p' docs/BENCHMARKS.md
