#!/usr/bin/env bash
# Runs `digitize` over scans with truth beside them and says how well they were read.
#
#   infra/accuracy.sh                over the project's samples; writes docs/ACCURACY.md
#   infra/accuracy.sh DIR            over another folder of scans with their <name>.json; writes nothing in docs
#
# SOHOA_WORKERS: pages at a time (default: one a core). What was read stays in target/accuracy/.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh

samples=src/test/resources/samples
scans=${1:-$samples}
[ -d "$scans" ] || fail "không có thư mục $scans / no such folder: $scans"

need_recognition
need_java
build
say "Biên dịch bộ chấm điểm / compiling the scorer …"
mvn -q -B -Dspotless.check.skip -Dmdep.analyze.skip -DskipTests test-compile || fail "biên dịch không thành công / the build failed"

export LC_ALL=C.UTF-8
out=target/accuracy
rm -rf "$out"
mkdir -p "$out/in" "$out/truth"
for file in "$scans"/*; do
  case $file in
    *.json) cp "$file" "$out/truth/" ;;
    *) if [ -f "$file" ]; then cp "$file" "$out/in/"; fi ;;
  esac
done

status=0
java -jar target/sohoa.jar digitize --in "$out/in" --out "$out/read" --workers "${SOHOA_WORKERS:-$(nproc)}" --no-pdf || status=$?
# 3: some files have no result; they count as wrong in every figure.
[ $status = 0 ] || [ $status = 3 ] || fail "digitize: $status"

page=()
if [ "$scans" = "$samples" ]; then
  commit=$(git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)
  [ -z "$(git status --porcelain -- pom.xml src routes 2>/dev/null)" ] || commit="$commit, changed since"
  page=(--page docs/ACCURACY.md --commit "$commit" --over "the project's samples (\`$samples\`)")
fi
java -cp "target/test-classes:target/classes:target/lib/*" vn.sohoa.accuracy.Accuracy --truth "$out/truth" \
  --results "$out/read/results.jsonl" --figures "$out/figures.json" "${page[@]}" | tee "$out/figures.txt"
[ ${#page[@]} = 0 ] || say "docs/ACCURACY.md"
