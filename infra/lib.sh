# shellcheck shell=bash
# What the scripts of this folder share: installing what is missing, building when sources are newer, and the class-data
# archive that makes starting cheap.

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "LỖI / FAILED: $*"
  exit 1
}

# As root directly, else through sudo; says so plainly when neither is possible.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    fail "cần quyền root để chạy: $* / root rights are needed for: $*"
  fi
}

installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q '^install ok installed$'; }

# need PACKAGE WHY …: installs the Debian packages that are not there yet. Touches no network when all are.
need() {
  local missing=() why=()
  while [ $# -ge 2 ]; do
    if ! installed "$1"; then
      missing+=("$1")
      why+=("$1 ($2)")
    fi
    shift 2
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "Cài đặt / installing: ${why[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null || say "apt-get update: bỏ qua / skipped"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "không cài được ${missing[*]} / cannot install ${missing[*]}"
}

# A JDK of at least 17 and Maven: what is there already is used, whoever installed it.
need_java() {
  if ! command -v javac >/dev/null 2>&1; then
    need openjdk-17-jdk-headless "Java"
  fi
  if ! command -v mvn >/dev/null 2>&1; then
    need maven "build"
  fi
}

need_recognition() {
  need tesseract-ocr "nhận dạng chữ / recognition" \
    tesseract-ocr-vie "tiếng Việt / Vietnamese" \
    tesseract-ocr-osd "hướng trang / orientation" \
    tesseract-ocr-script-viet "đọc lại dòng yếu / second look at weak lines" \
    fontconfig "phông chữ / fonts" \
    fonts-dejavu-core "phông chữ cho PDF không nhúng phông / fonts for PDFs that embed none"
}

need_papers() {
  need fontconfig "phông chữ / fonts" \
    fonts-dejavu-core "phông chữ của giấy mẫu / faces of test papers" \
    fonts-noto-core "phông chữ của giấy mẫu / faces of test papers" \
    fonts-croscore "phông chữ của giấy mẫu / faces of test papers" \
    fonts-texgyre "phông chữ của giấy mẫu / faces of test papers" \
    fonts-seto "nét như viết tay / like handwriting"
}

stale() {
  [ ! -f target/sohoa.jar ] || [ -n "$(find pom.xml src/main routes -newer target/sohoa.jar -print -quit)" ]
}

build() {
  if stale; then
    say "Biên dịch / building …"
    mvn -q -B -Dspotless.check.skip -Dmdep.analyze.skip -DskipTests -Dmaven.test.skip=true package ||
      fail "biên dịch không thành công / the build failed"
  fi
}

# The service's jar by its whole path: an archive fits only the path that it was made with.
jar=$PWD/target/sohoa.jar

# listed FILE: the options that a file of them has, one a line.
listed() { grep -Ev '^(#|$)' "src/main/resources/vn/sohoa/ops/$1"; }

# Sets the array `options`: what every JVM of ours runs with, and the archive where one fits.
java_options() {
  mapfile -t options < <(listed jvm.options)
  [ -z "${SOHOA_HEAP:-}" ] || options+=(-Xmx"$SOHOA_HEAP")
  local archive
  archive=$(archive_file)
  if [ -s "$archive" ]; then
    case $archive in
      *.aot) options+=(-XX:AOTCache="$archive" '-Xlog:aot*=off' '-Xlog:cds*=off') ;;
      *) options+=(-XX:SharedArchiveFile="$archive" -Xshare:auto '-Xlog:cds*=off') ;;
    esac
  fi
}

# The archive of this very JDK, jar and libraries; another one of any of them is another name, so a stale one is never used.
archive_file() {
  local java version key kind=jsa
  java=$(readlink -f "$(command -v java)")
  version=$(cat "${java%/bin/java}/release" 2>/dev/null || java -version 2>&1)
  key=$({ printf '%s\n' "$java" "$jar" "$version";
    stat -Lc '%n %s %Y' "$java" "$jar" target/lib/*.jar; } |
    sha256sum | cut -c1-16)
  # From JDK 25 on, one option keeps what was loaded, linked and profiled.
  ! grep -qE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' <<<"$version" || kind=aot
  printf '%s\n' "$PWD/target/archive/$key.$kind"
}

# Makes the archive once: a service of its own on a folder of its own starts, takes one scan through, and ends. What goes
# wrong here costs nothing but the gain: without an archive everything works, only the start is slower.
prepare_archive() {
  local archive
  archive=$(archive_file)
  [ ! -s "$archive" ] || return 0
  say "Chuẩn bị khởi động nhanh (một lần) … / preparing quick starts (once) …"
  rm -rf target/archive
  mkdir -p target/archive/run
  if ! train "$archive" >target/archive/train.log 2>&1; then
    say "Không chuẩn bị được, bỏ qua (target/archive/train.log) / not prepared, going on without (target/archive/train.log)"
  fi
  rm -rf target/archive/run
}

# Whether a document has been made in this folder.
walked() { find "$1" -name '*.pdf' 2>/dev/null | grep -q .; }

# train ARCHIVE: see prepare_archive.
train() {
  local archive=$1 run=$PWD/target/archive/run pid write deadline done_when
  case $archive in
    *.aot) write=-XX:AOTCacheOutput=$run/made ;;
    *) write=-XX:ArchiveClassesAtExit=$run/made ;;
  esac
  # Shared with the service where it has unpacked its PostgreSQL already.
  [ ! -d "${SOHOA_DATA:-./data}/software" ] || {
    mkdir -p "$run/data"
    ln -s "$(readlink -f "${SOHOA_DATA:-./data}/software")" "$run/data/software"
  }
  mkdir -p "$run/inbox/ca-nhan/quay-1"
  # Without the sample scan the archive holds what starting takes, and not what a walk takes as well.
  done_when=(grep -q '^sohoa: http' target/archive/train.log)
  if cp src/test/resources/samples/d01_trich_luc_khai_sinh.pdf "$run/inbox/ca-nhan/quay-1/"; then
    done_when=(walked "$run/data/objects/sohoa-documents")
  fi
  env -u SOHOA_DB_URL -u SOHOA_S3_URL -u SOHOA_BROKER_URL -u SOHOA_ROLES -u SOHOA_LISTEN -u SOHOA_HOSTS \
    SOHOA_DATA="$run/data" SOHOA_INBOX="$run/inbox" SOHOA_PORT=0 \
    java -Xmx"${SOHOA_HEAP:-768m}" -XX:+UseSerialGC -Dfile.encoding=UTF-8 "$write" \
    -jar "$jar" --sohoa.intake.quiet=0s --sohoa.recognizer.workers=1 &
  pid=$!
  deadline=$((SECONDS + ${SOHOA_ARCHIVE_SECONDS:-240}))
  until "${done_when[@]}"; do
    kill -0 "$pid" || return 1
    [ $SECONDS -lt $deadline ] || break
    sleep 0.2
  done
  kill "$pid" # also where it was too slow: its database has to be stopped
  wait "$pid" || true
  [ -s "$run/made" ] && mv "$run/made" "$archive"
}
