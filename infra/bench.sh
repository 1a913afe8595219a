#!/usr/bin/env bash
# Measures `digitize` beside OCRmyPDF and bare Tesseract on the same scans, and where its time goes; writes
# docs/BENCHMARKS.md. Alternating runs, medians. About half an hour on two quiet cores.
#
#   infra/bench.sh [--rounds N] [--copies N]   rounds (3); how often the sample scans are repeated (4)
#   infra/bench.sh --quick                     one round, one copy, without OCRmyPDF as people run it: to try the script
#   infra/bench.sh --jmh [JMH ARGUMENT …]      the hot pieces one by one instead, by JMH (about fourteen minutes)
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh
# shellcheck source=infra/measure.sh
. infra/measure.sh

rounds=3
copies=4
usual=yes
if [ "${1:-}" = --jmh ]; then
  shift
  exec infra/jmh.sh "$@"
fi
while [ $# -gt 0 ]; do
  case $1 in
    --rounds) rounds=$2; shift ;;
    --copies) copies=$2; shift ;;
    --quick) rounds=1 copies=1 usual=no ;;
    *) fail "không hiểu $1 / not known: $1 (--rounds N, --copies N, --quick, --jmh)" ;;
  esac
  shift
done

need_recognition
need_java
need procps "đo tiến trình / measuring processes" poppler-utils "lấy ảnh khỏi PDF / taking images out of PDFs" \
  ocrmypdf "để so sánh / to compare with"
build
prepare_archive
export LC_ALL=C.UTF-8
java_options
mapfile -t -O "${#options[@]}" options < <(listed jvm-once.options)

work=$PWD/target/bench
rm -rf "$work"
mkdir -p "$work/in" "$work/images"

# The sample scans; further copies hold other bytes, so that they are no repeats: a comment in a JPEG, a comment and the
# last lines again in a PDF, some bytes after the end of a TIFF.
copy_scan() {
  local from=$1 to=$2 mark
  mark=$(printf 'copy%06d' "$3")
  case $from in
    *.jpg) { printf '\xff\xd8\xff\xfe\x00\x0c%s' "$mark"; tail -c +3 "$from"; } >"$to" ;;
    *.pdf) { cat "$from"; printf '\n%%%s\n' "$mark"; tail -c 64 "$from" | sed -n '/^startxref/,$p'; } >"$to" ;;
    *) { cat "$from"; printf '%s' "$mark"; } >"$to" ;;
  esac
}
for copy in $(seq 1 "$copies"); do
  for scan in src/test/resources/samples/*.{jpg,pdf,tif}; do
    name=$(basename "$scan")
    copy_scan "$scan" "$work/in/${name%.*}-$copy.${name##*.}" "$copy"
  done
done
for scan in "$work"/in/*; do
  case $scan in
    *.pdf) pdfimages -all "$scan" "$work/images/$(basename "$scan" .pdf)" ;;
    *) cp "$scan" "$work/images/" ;;
  esac
done

digitize() { java "${options[@]}" "$@" -jar "$jar" digitize --in "$work/in" --out "$work/out" --workers 2 2>"$work/digitize.txt"; }

run_a() {
  rm -rf "$work/out"
  local begin wall start
  begin=$(now)
  digitize || fail "digitize: $(tail -n 5 "$work/digitize.txt")"
  wall=$(calc "$(now) - $begin" 3)
  start=$(sed -n 's/.*Started Sohoa in .*process running for \([0-9.]*\)).*/\1/p' "$work/out/.sohoa/digitize.log" | head -n 1)
  printf '%s\n' "$wall" >>"$work/a.whole"
  printf '%s\n' "$start" >>"$work/a.start"
  calc "$wall - $start" 3 >>"$work/a"
}

# ocr JOBS FILES-AT-A-TIME
ocr() {
  rm -rf "$work/ocr"
  mkdir -p "$work/ocr"
  find "$work/in" -type f -print0 | sort -z | xargs -0 -P "$2" -I{} \
    sh -c 'ocrmypdf -q -l vie --jobs "$1" "$2" "$3/$(basename "$2").pdf" || echo "$2" >>"$3/failed"' sh "$1" {} "$work/ocr" \
    2>"$work/ocr.txt"
  [ ! -s "$work/ocr/failed" ] || say "OCRmyPDF: $(wc -l <"$work/ocr/failed") tệp không được / files failed"
}

run_b() {
  local begin
  begin=$(now)
  OMP_THREAD_LIMIT=1 ocr 1 2
  calc "$(now) - $begin" 3 >>"$work/b"
}

run_u() {
  local begin
  begin=$(now)
  ocr 2 1
  calc "$(now) - $begin" 3 >>"$work/u"
}

run_c() {
  local begin
  find "$work/images" -type f | sort | awk -v a="$work/list-0" -v b="$work/list-1" '{ print > (NR % 2 ? a : b) }'
  begin=$(now)
  OMP_THREAD_LIMIT=1 tesseract "$work/list-0" "$work/text-0" -l vie >/dev/null 2>&1 &
  local other=$!
  OMP_THREAD_LIMIT=1 tesseract "$work/list-1" "$work/text-1" -l vie >/dev/null 2>&1
  wait $other
  calc "$(now) - $begin" 3 >>"$work/c"
}

for round in $(seq 1 "$rounds"); do
  for which in a b c; do
    say "Vòng / round $round/$rounds: $which …"
    run_$which
  done
done
if [ $usual = yes ]; then
  say "OCRmyPDF --jobs 2 …"
  run_u # once: it takes as long as all the others together
fi
pages=$(grep -o '"index":' "$work/out/results.jsonl" | wc -l)
files=$(find "$work/in" -type f | wc -l)

# Where the time goes: one more run, looked at while it works.
say "Thời gian đi đâu / where the time goes …"
mkdir -p "$work/classes"
javac -cp "$(printf '%s:' target/lib/jspecify-*.jar)" -d "$work/classes" src/test/java/vn/sohoa/measure/{package-info,Profile}.java
printf 'Premain-Class: vn.sohoa.measure.Profile\nAgent-Class: vn.sohoa.measure.Profile\n' >"$work/manifest"
jar -c -f "$work/profile.jar" -m "$work/manifest" -C "$work/classes" vn
rm -rf "$work/out"
digitize -javaagent:"$work/profile.jar=$work/profile.node" &
node=$!
declare -A seen=()
database=0
while kill -0 $node 2>/dev/null; do
  java=$(pgrep -P $node java || pgrep -x java -P "$$" || true)
  for child in $(pgrep -P $node; for p in $java; do pgrep -P "$p" java || true; done); do
    if [ -z "${seen[$child]:-}" ] && tr '\0' ' ' <"/proc/$child/cmdline" 2>/dev/null | grep -q RecognizerMain; then
      seen[$child]=1
      java -XX:TieredStopAtLevel=1 -cp "$work/classes" vn.sohoa.measure.Profile "$child" "$work/profile.jar" "$work/profile.child-$child" &
    fi
  done
  postmaster=$(head -n 1 "$work/out/.sohoa/postgres/postmaster.pid" 2>/dev/null || true)
  if [ -n "$postmaster" ]; then
    # shellcheck disable=SC2046
    used=$(ticks "$postmaster" $(pgrep -P "$postmaster" || true))
    [ "$used" -lt "$database" ] || database=$used
  fi
  sleep 0.5
done
wait || true

a=$(median $(cat "$work/a"))
b=$(median $(cat "$work/b"))
c=$(median $(cat "$work/c"))
rate() { calc "$pages / $1"; }
# parts FILE …: "ms part" a line, summed and grouped
node_parts() {
  awk '
    BEGIN {
      n = split("imaging:cutting pages, looking at files|barcode:codes on pages with a text layer|pdf:PDF/A|storage:object store|scan:records|records:records|organization:records|dossier:records|audit:records|catalog:records|dataset:records|register:records|ocr:words as JSON and ALTO, talk with recognizers|classification:understanding|extraction:understanding|recognition:understanding|common:understanding|filing:filing|intake:intake|spine:messages|ops:messages and start|start:start|main:start|cli:results|jvm:compiler and collector", rules, "|")
      for (i = 1; i <= n; i++) { split(rules[i], r, ":"); label[r[1]] = r[2] }
    }
    $2 != "profile" { l = ($2 in label) ? label[$2] : "other"; sum[l] += $1 }
    END { for (l in sum) if (sum[l] > 0) print sum[l], l }' "$work/profile.node"
  printf '%s PostgreSQL\n' $((database * 10))
}
child_parts() {
  cat "$work"/profile.child-* 2>/dev/null | awk '
    $2 != "profile" { l = $2 == "jvm" ? "compiler and collector" : $2 == "other" ? "other" : $2 ": " $3; sum[l] += $1 }
    END { for (l in sum) if (sum[l] > 0) print sum[l], l }'
}
table() { sort -rn | awk -v pages="$pages" -v who="$1" '$1 / pages >= 0.5 { ms = $1; $1 = ""; printf "| %s |%s | %.0f |\n", who, $0, ms / pages }'; }

section docs/BENCHMARKS.md speed <<END
## Speed

Measured by \`infra/bench.sh\` on $(machine) by commit $(commit), $(tesseract --version 2>&1 | head -n 1), OCRmyPDF $(ocrmypdf --version), load $(load) at
the end. $pages pages in $files files (the project's sample scans, $copies times under different bytes), medians of $rounds
alternating runs.

| | s | pages/s | \`digitize\` is … × as fast |
|---|---|---|---|
| (a) \`digitize --workers 2\`, start-up ($(median $(cat "$work/a.start")) s) told apart | $(calc "$a" 1) | $(rate "$a") | |
| (a) from the command to its end | $(calc "$(median $(cat "$work/a.whole"))" 1) | $(rate "$(median $(cat "$work/a.whole"))") | |
| (b) OCRmyPDF at its best: two files at a time, \`--jobs 1\`, \`OMP_THREAD_LIMIT=1\` | $(calc "$b" 1) | $(rate "$b") | $(calc "$b / $a") (wanted ≥ 2.5) |
$(if [ $usual = yes ]; then u=$(cat "$work/u"); printf '| (b) as people run it: `--jobs 2`, one run | %s | %s | %s |' "$(calc "$u" 1)" "$(rate "$u")" "$(calc "$u / $a")"; else printf '| (b) as people run it: `--jobs 2` | not run | | |'; fi)
| (c) two bare \`tesseract\` processes on the extracted images | $(calc "$c" 1) | $(rate "$c") | $(calc "$c / $a") (wanted ≥ 0.85) |

Where the processor time of (a) goes, start-up included, in ms a page (sampled):

| process | part | ms a page |
|---|---|---|
$(child_parts | table recognizer)
$(node_parts | table node)
END
say "docs/BENCHMARKS.md"
sed -n '/<!-- speed -->/,/<!-- \/speed -->/p' docs/BENCHMARKS.md
