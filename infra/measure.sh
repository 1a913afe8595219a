# shellcheck shell=bash
# What the measuring scripts share: the machine in words, processor time of processes, medians, and sections of a document.

# The machine in a few lines; no names, no paths.
machine() {
  local cores model memory
  cores=$(nproc)
  model=$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | sort -u | head -n 1)
  memory=$(awk '/^MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)
  printf '%s cores (%s), %s memory, %s, Java %s' "$cores" "$model" "$memory" \
    "$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release)" \
    "$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.version = //p')"
}

# How busy the machine was while we measured: figures of a busy one say little.
load() { cut -d' ' -f1-3 /proc/loadavg; }

# Clock ticks that these processes have used, their ended children too.
ticks() {
  local pid sum=0 used
  for pid in "$@"; do
    used=$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null | awk '{ print $12 + $13 + $14 + $15 }') || used=0
    sum=$((sum + ${used:-0}))
  done
  printf '%s\n' "$sum"
}

# A node and what belongs to it: its recognizers, and the servers of the PostgreSQL in its data folder.
family() {
  local node=$1 data=$2 postmaster
  printf '%s\n' "$node"
  pgrep -P "$node" || true
  postmaster=$(head -n 1 "$data/postgres/postmaster.pid" 2>/dev/null) || return 0
  printf '%s\n' "$postmaster"
  pgrep -P "$postmaster" || true
}

# Resident kibibytes of a process.
resident() { awk '/^VmRSS/ { print $2 }' "/proc/$1/status" 2>/dev/null || true; }

now() { date +%s.%N; }

# calc EXPRESSION [DECIMALS]
calc() { awk -v d="${2:-2}" "BEGIN { printf \"%.\" d \"f\\n\", $1 }"; }

median() { printf '%s\n' "$@" | sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# section FILE NAME: replaces what stands between the two marks of NAME in FILE by standard input; adds it at the end
# where there is none. So each script renews its own part of a document.
section() {
  local file=$1 name=$2 fresh
  fresh=$(mktemp)
  { printf '<!-- %s -->\n' "$name"; cat; printf '<!-- /%s -->\n' "$name"; } >"$fresh"
  if grep -qF "<!-- $name -->" "$file"; then
    awk -v from="<!-- $name -->" -v to="<!-- /$name -->" -v fresh="$fresh" '
      $0 == from { while ((getline line < fresh) > 0) print line; skip = 1 }
      !skip { print }
      $0 == to { skip = 0 }' "$file" >"$fresh.whole"
    cat "$fresh.whole" >"$file"
  else
    { printf '\n'; cat "$fresh"; } >>"$file"
  fi
  rm -f "$fresh" "$fresh.whole"
}

# What is measured: the commit that the code is of.
commit() { git rev-parse --short=7 HEAD 2>/dev/null || echo unknown; }

# Starts a node on a data folder; sets `node` to its process and waits until it is ready. start_node DATA LOG [ARGUMENT …]
start_node() {
  local data=$1 log=$2 deadline=$((SECONDS + ${READY_SECONDS:-300}))
  shift 2
  : >"$log" # here and now: the node may open it later than we look into it
  env -u SOHOA_DB_URL -u SOHOA_S3_URL -u SOHOA_BROKER_URL -u SOHOA_ROLES -u SOHOA_LISTEN -u SOHOA_HOSTS -u SOHOA_INBOX \
    SOHOA_DATA="$data" SOHOA_PORT=0 java "${options[@]}" -jar "$jar" "$@" >"$log" 2>&1 </dev/null &
  node=$!
  until grep -q '^sohoa: http' "$log" 2>/dev/null; do
    kill -0 "$node" 2>/dev/null || { tail -n 20 "$log" >&2; fail "dịch vụ không khởi động được / the service did not start"; }
    [ $SECONDS -lt $deadline ] || fail "quá lâu chưa sẵn sàng / not ready in time"
    sleep 0.02
  done
}

stop_node() {
  kill "$node" 2>/dev/null || true
  wait "$node" 2>/dev/null || true
}

# Compiles the measuring classes of the test tree into a folder, without the tests; `measured CLASS …` then runs one.
measuring_classes() {
  measured_in=$1
  mkdir -p "$measured_in"
  javac -nowarn -cp "$jar:target/lib/*" -d "$measured_in" \
    src/test/java/vn/sohoa/measure/*.java src/test/java/vn/sohoa/ocr/RecordedRecognizer.java
}

measured() { java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$measured_in:$jar:target/lib/*" "$@"; }

# recorded_agent FOLDER JAR SCAN …: real recognizers read these scans once; the jar then answers in their place.
recorded_agent() {
  local folder=$1 jar_file=$2
  shift 2
  say "Ghi lời của $# trang / recording the words of $# pages …"
  mkdir -p "$folder/agent/recorded" "$folder/agent/vn/sohoa/ocr"
  measured vn.sohoa.ocr.RecordedRecognizer "$folder/agent/recorded" "$@" >&2
  cp "$measured_in"/vn/sohoa/ocr/RecordedRecognizer*.class "$folder/agent/vn/sohoa/ocr/"
  printf 'Premain-Class: vn.sohoa.ocr.RecordedRecognizer\n' >"$folder/manifest"
  jar -c -f "$jar_file" -m "$folder/manifest" -C "$folder/agent" .
}
