#!/usr/bin/env bash
# Opens broken files until it has opened so many, and says how each ended.
#
#   infra/fuzz.sh                100,000 cases; writes their figures into docs/HOSTILE.md
#   infra/fuzz.sh 5000           fewer (or more); writes nothing in docs
#   infra/fuzz.sh --case PDF 17  one case again; its file is left in target/fuzz/
#
# A fifth of the cases are PDFs, the rest TIFFs and pictures in equal parts. The n-th case of an opener is the same file
# on every machine (PDFs but for the time of their making). Files of finds stay in target/fuzz/; their smallest form
# belongs into src/test/resources/fuzz/, where FuzzTest opens them from then on.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh

usual=100000
out=$PWD/target/fuzz

need_java
need fonts-dejavu-core "phông chữ cho PDF không nhúng phông / fonts for PDFs that embed none"
build
mvn -q -B -Dspotless.check.skip -Dmdep.analyze.skip -DskipTests test-compile || fail "biên dịch không thành công / the build failed"

# fuzz OPENER ARGUMENTS…: a case that does not end takes the process with it (3); the next start goes on behind it.
fuzz() {
  local opener=$1 status=3
  shift
  mkdir -p "$out/work-$opener/tmp"
  while [ $status = 3 ]; do
    status=0
    java -Xmx256m -XX:+UseSerialGC -Djava.awt.headless=true -Djava.io.tmpdir="$out/work-$opener/tmp" \
      -cp "target/test-classes:target/classes:target/lib/*" vn.sohoa.fuzz.Fuzz "$opener" "$@" || status=$?
  done
  return $status
}

if [ "${1:-}" = --case ]; then
  [ $# = 3 ] || fail "--case PDF|TIFF|PICTURE N"
  fuzz "$2" 0 "$out" "$3"
  exit
fi

cases=${1:-$usual}
[[ $cases =~ ^[0-9]+$ ]] || fail "không phải số / not a number: $cases"
rm -rf "$out"
mkdir -p "$out"
started=$SECONDS
fuzz PDF $((cases / 5)) "$out" &
pdf=$!
fuzz TIFF $((cases * 2 / 5)) "$out"
fuzz PICTURE $((cases * 2 / 5)) "$out"
wait $pdf
took=$((SECONDS - started))

value() { sed -n "s/^$2=//p" "$out/$1.properties" | head -1; }
row() {
  local name=$1 file=$2
  printf '| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n' "$name" "$(value "$file" next)" "$(or0 "$file" FINE)" \
    "$(or0 "$file" REFUSED)" "$(or0 "$file" INCOMPLETE)" "$(or0 "$file" UNKNOWN_FORMAT)" "$(or0 "$file" FIND)" \
    "$(or0 "$file" longest)" "$(or0 "$file" 'held\\ MiB')"
}
or0() {
  local found
  found=$(value "$1" "$2")
  echo "${found:-0}"
}
{
  commit=$(git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)
  [ -z "$(git status --porcelain -- pom.xml src 2>/dev/null)" ] || commit="$commit, changed since"
  echo "Commit $commit, $(nproc) cores, $took s in all, heap 256 MiB."
  echo
  echo "| opener | cases | opened | refused with a reason | incomplete | no known format | finds | longest, ms | most held, MiB |"
  echo "|---|---|---|---|---|---|---|---|---|"
  row PDF pdf
  row TIFF tiff
  row "JPEG, PNG, BMP" picture
} | tee "$out/figures.md"
grep -h '^find' "$out"/*.properties || true

if [ "$cases" = "$usual" ]; then
  awk -v figures="$out/figures.md" '
    /<!-- figures -->/ { print; while ((getline line < figures) > 0) print line; skip = 1; next }
    /<!-- end of figures -->/ { skip = 0 }
    !skip { print }' docs/HOSTILE.md >"$out/page.md"
  cp "$out/page.md" docs/HOSTILE.md
  say docs/HOSTILE.md
fi
if grep -q '^FIND=' "$out"/*.properties; then
  fail "có tệp gây hại, xem target/fuzz / there are finds, see target/fuzz"
fi
