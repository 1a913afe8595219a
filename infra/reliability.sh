#!/usr/bin/env bash
# Proves that nothing is lost: makes a node die, fail, wait or lose an engine at every step of the walk, kills another one
# and its recognizers at random, and looks up what became of every file. Writes docs/RELIABILITY.md.
#
#   infra/reliability.sh               every step and every mode, then 200 files under kills
#   infra/reliability.sh --minutes N   the kills go on for at least N minutes
#   infra/reliability.sh --modes HALT,STORE_DOWN
#                                      these modes only (HALT, STORE_DOWN, DATABASE_DOWN, BROKER_DOWN, DATABASE_SILENT,
#                                      UNAVAILABLE, BAD_INPUT, BUG, OVERSLEPT)
#   infra/reliability.sh --short       a few steps and 40 files; writes target/RELIABILITY.md only
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh

page=docs/RELIABILITY.md
options=()
while [ $# -gt 0 ]; do
  case $1 in
    --short)
      page=target/RELIABILITY.md
      options+=("-Dsohoa.reliability.steps=INTAKE_STORED|READ_ANSWERED|RENDER_STORED" -Dsohoa.reliability.files=40)
      ;;
    --minutes)
      [[ ${2:-} =~ ^[0-9]+$ ]] || fail "--minutes cần một số / needs a number"
      options+=("-Dsohoa.reliability.minutes=$2")
      shift
      ;;
    --modes)
      [[ ${2:-} =~ ^[A-Z_,]+$ ]] || fail "--modes cần tên, cách nhau bằng dấu phẩy / needs names with commas"
      options+=("-Dsohoa.reliability.modes=${2//,/|}")
      shift
      ;;
    *) fail "không hiểu $1 / not known: $1 (--short, --minutes N, --modes A,B)" ;;
  esac
  shift
done

need_recognition
need_java
export LC_ALL=C.UTF-8

commit=$(git rev-parse --short HEAD 2>/dev/null || echo unknown)
[ -z "$(git status --porcelain -- src routes pom.xml 2>/dev/null)" ] || commit="$commit, changed"
mvn -B -ntp -Dmdep.analyze.skip -Dtest=ReliabilityRun "-Dsohoa.reliability.page=$page" \
  "-Dsohoa.reliability.commit=$commit" "${options[@]}" test ||
  fail "có điều không giữ được, xem $page / something did not hold, see $page"
say "Không mất gì, xem $page. / Nothing was lost, see $page."
