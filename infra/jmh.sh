#!/usr/bin/env bash
# Times the hot pieces one by one with JMH (src/jmh) and writes docs/BENCHMARKS.md. About fourteen minutes.
#
#   infra/jmh.sh [JMH ARGUMENT …]      e.g. '.*decode.*': these only, the others keep their figures; -wi 1 -i 1 to try it
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh
# shellcheck source=infra/measure.sh
. infra/measure.sh

need_recognition
export OMP_THREAD_LIMIT=1 # as in a recognizer
need_java
build
work=$PWD/target/jmh
mkdir -p "$work/classes"
mvn -q -B -Dspotless.check.skip -Dmdep.analyze.skip -DskipTests test-compile ||
  fail "biên dịch không thành công / the build failed"
mvn -q -B -Pjmh dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath" ||
  fail "không lấy được JMH / JMH cannot be fetched"
classpath=$jar:target/test-classes:$(cat "$work/classpath")
javac -nowarn -cp "$classpath" -processorpath "$classpath" -d "$work/classes" $(find src/jmh -name '*.java')
java -cp "$work/classes:$classpath" org.openjdk.jmh.Main -foe true -rf csv -rff "$work/results.csv" "$@"

# Pieces that this run left out keep their figures.
tail -n +2 "$work/results.csv" | tr -d '"' |
  awk -F, '{ name = $1; sub(/.*Bench\./, "", name); printf "| %s | %.3g | %.2g |\n", name, $5, $6 }' >"$work/rows"
sed -n '/<!-- jmh -->/,/<!-- \/jmh -->/p' docs/BENCHMARKS.md | grep -E '^\| [a-z]\w* \| [0-9]' |
  while IFS= read -r row; do
    grep -qF "|$(cut -d'|' -f2 <<<"$row")|" "$work/rows" || printf '%s\n' "$row"
  done >"$work/kept" || true
section docs/BENCHMARKS.md jmh <<END
## Pieces

Measured by \`infra/jmh.sh\` (JMH, average time, one thread) on $(machine) by commit $(commit), load $(load) at the end. The page is A4 at
300 dpi in colour; the embedded store forces every object to the disk. \`separateAndClassify\` and \`extract\` together are what a
page of words costs to understand, by the whole catalog (wanted ≤ 30 ms).

| piece | ms | ± |
|---|---|---|
$(sort "$work/rows" "$work/kept")
END
sed -n '/<!-- jmh -->/,/<!-- \/jmh -->/p' docs/BENCHMARKS.md
