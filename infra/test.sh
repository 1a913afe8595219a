#!/usr/bin/env bash
# Installs what the tests need and runs the whole suite.
#
#   infra/test.sh                what runs on any machine
#   infra/test.sh --containers   also the contract suites against real engines in containers, where an engine can run
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh

containers=no
for argument in "$@"; do
  case $argument in
    --containers) containers=yes ;;
    *) fail "không hiểu $argument / not known: $argument (--containers)" ;;
  esac
done

need_recognition
need_java
need poppler-utils "kiểm tra PDF / checking PDFs" chromium "kiểm tra màn hình / checking screens" \
  fonts-noto-core "phông chữ trên màn hình / fonts on screens"
need_papers

export LC_ALL=C.UTF-8
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
rm -f target/container-tests.txt
variables=$(mktemp)
engines=
end() {
  rm -f "$variables"
  [ -z "$engines" ] || wait "$engines" 2>/dev/null || true
  [ -z "$engines" ] || infra/containers.sh down >/dev/null 2>&1 || true
}
trap end EXIT
if [ $containers = yes ]; then
  # Prints what the tests need to know, also when no engine can run here: then they say so at the end.
  infra/containers.sh up >"$variables" &
  engines=$!
fi

# What starts us in a process of its own starts the jar, with its archive: so many starts are worth one preparation. Style
# and dependencies are looked at below.
mvn -B -ntp -DskipTests -Dspotless.check.skip -Dmdep.analyze.skip package ||
  fail "biên dịch không thành công / the build failed"
prepare_archive
java_options
TEST_JVM_OPTIONS=$(printf '%s\n' "${options[@]}")
export TEST_JVM_OPTIONS TEST_JAR=$jar

if [ -n "$engines" ]; then
  wait "$engines" || true
  eval "$(cat "$variables")"
fi

status=0
mvn -B -ntp verify || status=$?
if [ -f target/container-tests.txt ]; then
  cat target/container-tests.txt
else
  echo "container tests: 0 ran, the suite did not get that far"
fi
[ $status = 0 ] || fail "có bài thử không đạt / the test run failed"
say "Tất cả các bài thử đều đạt. / All tests passed."
