#!/usr/bin/env bash
# Runs `digitize` (README.md) with a quick start; builds when sources are newer. Folders may be given from anywhere.
#
#   infra/digitize.sh --in DIR --out DIR [--unit CODE] [--workers N] [--no-pdf] [--resume]
set -euo pipefail
here=$PWD
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh

need_recognition
need_java
build
prepare_archive

# File names are bytes on disk; a plain C locale would not let Java open Vietnamese ones.
export LC_ALL=C.UTF-8
java_options
mapfile -t -O "${#options[@]}" options < <(listed jvm-once.options)
cd "$here"
exec java "${options[@]}" -jar "$jar" digitize "$@"
