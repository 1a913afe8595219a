#!/usr/bin/env bash
# Learns the packed model of words anew from generated papers: src/main/resources/catalog/words and docs/WORDS.md. Some five
# minutes on two cores. An office learns its own from confirmed papers instead: docs/OPERATIONS.md.
#
#   infra/words.sh [--seed 8100] [--count 1000]
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh

seed=8100
count=1000
while [ $# -gt 0 ]; do
  case $1 in
    --seed) seed=${2:?}; shift 2 ;;
    --count) count=${2:?}; shift 2 ;;
    *) fail "không hiểu $1 / not known: $1 (--seed N, --count N)" ;;
  esac
done

need_java
need_papers
export LC_ALL=C.UTF-8
mvn -q -B -Dspotless.check.skip -Dmdep.analyze.skip -DskipTests test-compile \
  dependency:build-classpath -Dmdep.outputFile=target/papers.classpath -Dmdep.includeScope=test ||
  fail "biên dịch không thành công / the build failed"
classes="target/test-classes:target/classes:$(cat target/papers.classpath)"
work=target/words
rm -rf "$work"
say "Giấy tờ / papers: $count …"
java -Xmx2g -cp "$classes" vn.sohoa.papers.Generate --seed "$seed" --count "$count" --out "$work" >/dev/null
say "Học / learning …"
java -Xmx2g -cp "$classes" vn.sohoa.recognition.PackWords "$work" src/main/resources/catalog/words docs/WORDS.md \
  "infra/papers.sh, seed $seed, $count files"
rm -rf "$work"
say "src/main/resources/catalog/words, docs/WORDS.md"
