#!/usr/bin/env bash
# What each step of reading brings and costs: reads scans with truth beside them with more and more steps and prints the
# table of docs/adr/0014-what-was-measured-in-reading.md. One thread; CPU time, so that other work matters little.
#
#   infra/reading.sh            the project's samples (about 4 minutes)
#   infra/reading.sh DIR [ROW]  another folder, or only the rows whose name contains ROW
#   ENGINE=system infra/reading.sh …   with the system's engine instead of the packed one
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh

need_recognition
need_java
mvn -q -B -Dspotless.check.skip -Dmdep.analyze.skip -DskipTests test-compile \
  dependency:build-classpath -Dmdep.outputFile=target/reading.classpath -Dmdep.includeScope=test ||
  fail "biên dịch không thành công / the build failed"
export LC_ALL=C.UTF-8 OMP_THREAD_LIMIT=1
engine=
[ "${ENGINE:-packed}" = system ] || engine=-Dsohoa.engine=$PWD/target/lib/linux-x86-64
exec java ${engine:+"$engine"} -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -cp "target/test-classes:target/classes:$(cat target/reading.classpath)" \
  vn.sohoa.ocr.ReadingSteps "${1:-src/test/resources/samples}" target/reading ${2:+"$2"}
