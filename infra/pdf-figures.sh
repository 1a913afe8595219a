#!/usr/bin/env bash
# Measures what docs/PDF.md says of the PDF/A we make: size, validity, and where another reader finds the words.
# Prints Markdown tables. Takes some two minutes on two quiet cores.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh

need_recognition
need_java
need poppler-utils "đọc lại PDF / reading PDFs back"

export LC_ALL=C.UTF-8
say "Biên dịch / building …"
mvn -q -B -ntp -Dspotless.check.skip -Dmdep.analyze.skip test-compile dependency:build-classpath \
  -Dmdep.outputFile=target/test-classpath.txt -Dmdep.includeScope=test >&2 ||
  fail "biên dịch không thành công / the build failed"
java -Xmx768m -Dsohoa.odd.width=1200 \
  -cp "target/classes:target/test-classes:$(cat target/test-classpath.txt)" \
  vn.sohoa.pdf.PdfFigures | grep -vE "^[0-9:.]+ +(INFO|WARN)"
