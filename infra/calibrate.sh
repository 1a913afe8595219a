#!/usr/bin/env bash
# Measures which values need no person: makes papers, has the whole `digitize` read them, and compares with the truth.
# Writes src/main/resources/catalog/certainty.yaml and docs/CERTAINTY.md. Some 40 minutes for 3,000 papers on two cores;
# interrupted, it goes on with the next slice when called again with the same seed.
#
#   infra/calibrate.sh [--seed 4100] [--count 3000] [--form CODE]
#   infra/calibrate.sh --judge          judges what has been measured so far
#
# --form: papers of this form only, beside what has been measured: for sorts of value that few papers have.
# SOHOA_WORKERS: pages at a time (default: one a core). The counts of each slice and its wrong values stay in
# target/calibration/.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh

seed=4100
count=3000
form=
measure=yes
while [ $# -gt 0 ]; do
  case $1 in
    --seed) seed=${2:?}; shift 2 ;;
    --count) count=${2:?}; shift 2 ;;
    --form) form=${2:?}; shift 2 ;;
    --judge) measure=no; shift ;;
    *) fail "không hiểu $1 / not known: $1 (--seed N, --count N, --form CODE, --judge)" ;;
  esac
done
step=250

need_recognition
need_java
need_papers
export LC_ALL=C.UTF-8
mvn -q -B -Dspotless.check.skip -Dmdep.analyze.skip -DskipTests package \
  dependency:build-classpath -Dmdep.outputFile=target/papers.classpath -Dmdep.includeScope=test ||
  fail "biên dịch không thành công / the build failed"
classes="target/test-classes:target/classes:$(cat target/papers.classpath)"
out=target/calibration
mkdir -p "$out/open"
# What is measured must not depend on what was measured before; and what a paper says twice is counted at any confidence.
cat >"$out/open/certainty.yaml" <<'END'
made: 2026-01-01
engine: "none"
data: "none"
papers: 0
limit: 0.005
sorts: []
twice:
  - {confidence: 0, values: 0, sure: 0, wrong: 0, atMost: 0}
END

measure() {
  local from=$1 to=$2 slice=$out/$3 work=$out/work status=0
  rm -rf "$work"
  mkdir -p "$work/papers" "$work/in" "$work/truth"
  java -Xmx2g -cp "$classes" vn.sohoa.papers.Generate --seed "$seed" --from "$from" --count $((to - from)) \
    ${form:+--form "$form"} --out "$work/papers" >/dev/null
  mv "$work"/papers/*.json "$work/truth/"
  mv "$work"/papers/* "$work/in/"
  SOHOA_CATALOG=$PWD/$out/open infra/digitize.sh --in "$work/in" --out "$work/read" --workers "${SOHOA_WORKERS:-$(nproc)}" --no-pdf \
    >"$work/digitize.log" 2>&1 || status=$?
  # 3: some files have no result; they have no values either.
  [ $status = 0 ] || [ $status = 3 ] || fail "digitize: $status ($work/digitize.log)"
  java -cp "$classes" vn.sohoa.recognition.Calibrate --truth "$work/truth" --results "$work/read/results.jsonl" \
    --counts "$slice.tsv.part"
  mv "$slice.tsv.part.wrong" "$slice.wrong.txt"
  mv "$slice.tsv.part" "$slice.tsv"
  rm -rf "$work"
}

if [ $measure = yes ]; then
  for ((from = 0; from < count; from += step)); do
    to=$((from + step < count ? from + step : count))
    name=$seed${form:+.$form}-$from-$to
    if [ ! -s "$out/$name.tsv" ]; then
      say "Giấy tờ / papers $from–$to / $count …"
      measure "$from" "$to" "$name"
    fi
  done
fi

papers=0
data=
for file in "$out"/*.tsv; do
  [ -e "$file" ] || fail "chưa đo gì / nothing has been measured"
  name=$(basename "$file" .tsv)
  papers=$((papers + ${name##*-} - $(cut -d- -f2 <<<"$name")))
done
data="infra/papers.sh, seeds $(for f in "$out"/*.tsv; do basename "$f" .tsv | cut -d- -f1; done | sort -u | paste -sd' ')"
engine="the recognizer of commit $(git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)"
java -cp "$classes" vn.sohoa.recognition.Calibrate --slices "$out" --yaml src/main/resources/catalog/certainty.yaml \
  --page docs/CERTAINTY.md --data "$data" --engine "$engine" --papers "$papers"
say "src/main/resources/catalog/certainty.yaml, docs/CERTAINTY.md"
