#!/usr/bin/env bash
# Times the hot pieces one by one with JMH (src/jmh) and writes docs/BENCHMARKS.md. About fourteen minutes.
#
#   infra/jmh.sh [JMH ARGUMENT …]      e.g. '.*decode.*'; -wi 1 -i 1 to try it
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

section docs/BENCHMARKS.md jmh <<END
## Pieces

Measured by \`infra/jmh.sh\` (JMH, average time, one thread) on $(machine), load $(load) at the end. The page is A4 at
300 dpi in colour; the embedded store forces every object to the disk.

| piece | ms | ± |
|---|---|---|
$(tail -n +2 "$work/results.csv" | tr -d '"' | awk -F, '{ name = $1; sub(/.*Bench\./, "", name); printf "| %s | %.3g | %.2g |\n", name, $5, $6 }' | sort)
END
sed -n '/<!-- jmh -->/,/<!-- \/jmh -->/p' docs/BENCHMARKS.md
