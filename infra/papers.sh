#!/usr/bin/env bash
# Makes test papers: scans of invented people's papers with their truth beside them, the same ones for the same seed.
#
#   infra/papers.sh --seed 7 --count 1000 --out DIR [--from N]
#
#   infra/papers.sh --seed 7 --count 100 --out DIR [--form CODE] [--damage NAME]
#   infra/papers.sh --quality [COUNT]   which damage is told to the counter, a row a damage, over so many pages each
#
# infra/accuracy.sh DIR says how well they are read.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh

makes=vn.sohoa.papers.Generate
if [ "${1:-}" = --quality ]; then
  shift
  makes=vn.sohoa.papers.QualityTable
  need_recognition
fi
need_java
need_papers
mvn -q -B -Dspotless.check.skip -Dmdep.analyze.skip -DskipTests test-compile \
  dependency:build-classpath -Dmdep.outputFile=target/papers.classpath -Dmdep.includeScope=test ||
  fail "biên dịch không thành công / the build failed"
export LC_ALL=C.UTF-8
exec java -Xmx2g -cp "target/test-classes:target/classes:$(cat target/papers.classpath)" "$makes" "$@"
