#!/usr/bin/env bash
# Installs what is missing, builds when sources are newer, and starts the service with everything embedded.
#
#   infra/run.sh                starts the service in the background and says where it is
#   infra/run.sh --demo         the same, and takes the sample scans through it; prints what became of each
#   infra/run.sh --foreground   starts it in the foreground (for a service manager)
#   infra/run.sh --stop         stops it
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=infra/lib.sh
. infra/lib.sh

data=${SOHOA_DATA:-./data}
port=${SOHOA_PORT:-8080}
log=$data/sohoa.log
pidfile=$data/sohoa.pid
demo=no
foreground=no
stop=no
for argument in "$@"; do
  case $argument in
    --demo) demo=yes ;;
    --foreground) foreground=yes ;;
    --stop) stop=yes ;;
    *) fail "không hiểu $argument / not known: $argument (--demo, --foreground, --stop)" ;;
  esac
done

# The process that we started, if it still runs and is still ours.
running() {
  local pid
  pid=$(cat "$pidfile" 2>/dev/null) || return 1
  [ -n "$pid" ] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -q 'target/sohoa.jar' && echo "$pid"
}

stop_service() {
  local pid
  pid=$(running) || return 0
  kill "$pid"
  for _ in $(seq 1 600); do
    running >/dev/null || return 0
    sleep 0.1
  done
  fail "dịch vụ (pid $pid) không dừng / the service (pid $pid) does not stop"
}

if [ $stop = yes ]; then
  stop_service
  say "Đã dừng. / Stopped."
  exit 0
fi

need_recognition
need_java
build
prepare_archive

mkdir -p "$data"
chmod 700 "$data"
# File names are bytes on disk; a plain C locale would not let Java open Vietnamese ones.
export LC_ALL=C.UTF-8
java_options
arguments=()

if [ $foreground = yes ]; then
  exec java "${options[@]}" -jar "$jar"
fi

if [ $demo = yes ]; then
  if running >/dev/null; then
    say "Dịch vụ đang chạy, khởi động lại cho bản trình diễn … / The service runs, restarting it for the demonstration …"
    stop_service
  fi
  rm -f "$data/demo.txt"
  arguments+=("--sohoa.demo=$PWD/src/test/resources/samples")
elif running >/dev/null; then
  say "Dịch vụ đang chạy: http://127.0.0.1:$port/ · The service is running already."
  exit 0
fi

nohup java "${options[@]}" -jar "$jar" "${arguments[@]}" >"$log" 2>&1 </dev/null &
echo $! >"$pidfile"
say "Khởi động … / starting (log: $log)"

deadline=$((SECONDS + 180))
until grep -q '^sohoa: http' "$log" 2>/dev/null; do
  running >/dev/null || { tail -n 20 "$log" >&2; fail "dịch vụ không khởi động được / the service did not start"; }
  [ $SECONDS -lt $deadline ] || { tail -n 20 "$log" >&2; fail "quá 3 phút chưa sẵn sàng / not ready within 3 minutes"; }
  sleep 0.3
done
grep -E '^(sohoa: http|inbox: )' "$log"
first=$data/secrets/first-administrator
if [ -s "$first" ] && [ $demo = no ]; then
  say "Đăng nhập lần đầu / first sign-in: quantri · $(cat "$first") (phải đổi ngay / to be changed at once; nằm ở / kept in $first)"
fi

if [ $demo = yes ]; then
  deadline=$((SECONDS + 900))
  shown=0
  until grep -q '^=== ' "$data/demo.txt" 2>/dev/null; do
    running >/dev/null || { tail -n 20 "$log" >&2; fail "dịch vụ đã dừng giữa chừng / the service stopped half way"; }
    [ $SECONDS -lt $deadline ] || fail "quá 15 phút chưa xong / not done within 15 minutes"
    lines=0
    [ ! -f "$data/demo.txt" ] || lines=$(wc -l <"$data/demo.txt")
    if [ "$lines" -gt "$shown" ]; then
      tail -n +$((shown + 1)) "$data/demo.txt" | grep -v '^=== ' >&2 || true
      shown=$lines
    fi
    sleep 0.5
  done
  sed -n '/^=== /,$p' "$data/demo.txt"
  grep -E '^sohoa: http' "$log"
  if grep -q '^=== .*FAILED' "$data/demo.txt"; then
    fail "có tệp mẫu chưa tới đích / not every sample came through"
  fi
fi
say "Dịch vụ vẫn chạy; dừng bằng infra/run.sh --stop · The service keeps running; stop it with infra/run.sh --stop"
