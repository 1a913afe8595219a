#!/usr/bin/env bash
# One-node Ceph with an S3 gateway, for tests only: one monitor, one bluestore OSD on a sparse file, one radosgw.
# The cluster is made at the first start of the container and found again at the next.
#
#   S3_ACCESS_KEY, S3_SECRET_KEY   the one S3 user (required)
#   S3_PORT                        where the gateway listens (default 8000)
#   S3_LISTEN                      on which address (default 127.0.0.1: the container shares the host's network)
#   S3_REGION                      what the gateway calls its region (default us-east-1)
#
# Ready when standard output says "ceph-rgw: ready on http://…". Ends, non-zero, when any of its daemons ends.
set -Eeuo pipefail

: "${S3_ACCESS_KEY:?ceph-rgw: S3_ACCESS_KEY is not set}"
: "${S3_SECRET_KEY:?ceph-rgw: S3_SECRET_KEY is not set}"
readonly PORT=${S3_PORT:-8000} LISTEN=${S3_LISTEN:-127.0.0.1} REGION=${S3_REGION:-us-east-1}
readonly HOME_DIR=/var/lib/ceph/sohoa CONF=/etc/ceph/ceph.conf
readonly LOG=$HOME_DIR/daemons.log
# Everything answers in seconds or not at all; without this the clients would wait for ever for a dead monitor.
readonly PATIENCE=60

# What the daemons and the tools say goes to a file (below): the container's own output is this script's words only.
say() { echo "ceph-rgw: $*" >&3; }

fail() {
    # A subshell that fails ends the script too: only the script itself speaks.
    if ((BASHPID == $$)); then
        tail -n 40 "$LOG" >&3
        say "$*; the daemons' last lines are above"
    fi
    exit 1
}

answers() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }

# Several of these may share one host's network: the monitor takes any port nobody answers on.
free_port() {
    local port
    for _ in {1..50}; do
        port=$((20000 + RANDOM % 10000))
        answers 127.0.0.1 "$port" || { echo "$port"; return; }
    done
    fail "found no free port for the monitor between 20000 and 30000"
}

write_conf() {
    # cephx stays on: with "auth none" radosgw 16.2 hangs. Small caches and one placement group a pool: this holds
    # a test's few megabytes. The monitor has nobody to agree with, so it need not gather a second's proposals: that
    # halves the start.
    cat >"$CONF" <<CONF
[global]
fsid = $(cat /proc/sys/kernel/random/uuid)
mon host = [v2:127.0.0.1:$(free_port)/0]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = cephx
auth service required = cephx
auth client required = cephx
auth allow insecure global id reclaim = false
mon allow pool size one = true
mon warn on pool no redundancy = false
mon data avail warn = 0
mon data avail crit = 0
paxos propose interval = 0.05
paxos min wait = 0.01
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon max pg per osd = 1000
log to file = false
mon cluster log to file = false
log to stderr = true
err to stderr = true
debug rgw = 0/0
debug rocksdb = 0/0
debug bluestore = 0/0
debug bluefs = 0/0
debug osd = 0/0
debug mon = 0/0
[mon.a]
mon data = $HOME_DIR/mon
[osd.0]
osd data = $HOME_DIR/osd
osd objectstore = bluestore
bluestore block create = true
bluestore block size = 8589934592
bluestore cache autotune = false
bluestore cache size = 134217728
osd memory target = 939524096
osd op num shards = 2
[client.rgw]
keyring = $HOME_DIR/rgw.keyring
rgw data = $HOME_DIR/rgw
rgw enable ops log = false
rgw crypt require ssl = false
rgw thread pool size = 64
CONF
}

create_monitor() {
    local keyring=$HOME_DIR/mon.keyring fsid
    fsid=$(awk '$1 == "fsid" {print $3}' "$CONF")
    ceph-authtool --create-keyring "$keyring" --gen-key -n mon. --cap mon 'allow *'
    ceph-authtool --create-keyring /etc/ceph/ceph.client.admin.keyring --gen-key -n client.admin \
        --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *'
    ceph-authtool "$keyring" --import-keyring /etc/ceph/ceph.client.admin.keyring
    monmaptool --create --fsid "$fsid" --addv a "$(sed -n 's/^mon host = //p' "$CONF")" "$HOME_DIR/monmap"
    ceph-mon --mkfs -i a --monmap "$HOME_DIR/monmap" --keyring "$keyring"
}

create_osd() {
    local uuid secret
    uuid=$(cat /proc/sys/kernel/random/uuid)
    secret=$(ceph-authtool --gen-print-key)
    ceph osd new "$uuid" -i - <<<"{\"cephx_secret\": \"$secret\"}"
    ceph-authtool --create-keyring "$HOME_DIR/osd/keyring" -n osd.0 --add-key "$secret"
    ceph-osd --mkfs -i 0 --osd-uuid "$uuid"
}

create_gateway() {
    ceph auth get-or-create client.rgw mon 'allow rw' osd 'allow rwx' -o "$HOME_DIR/rgw.keyring"
    # The first command also makes the default zone group, which the next ones rename.
    radosgw-admin user create --uid sohoa --display-name sohoa \
        --access-key "$S3_ACCESS_KEY" --secret-key "$S3_SECRET_KEY"
    # The SDKs sign for a region and compare it with the bucket's: the gateway must call itself by that name.
    radosgw-admin zonegroup get --rgw-zonegroup default \
        | sed "s/\"api_name\": \"[^\"]*\"/\"api_name\": \"$REGION\"/" >"$HOME_DIR/zonegroup.json"
    radosgw-admin zonegroup set --rgw-zonegroup default --infile "$HOME_DIR/zonegroup.json"
}

ceph() { timeout "$PATIENCE" ceph "$@"; }
radosgw-admin() { timeout "$PATIENCE" radosgw-admin "$@"; }

first=false
if [[ ! -e $HOME_DIR/created ]]; then
    first=true
    # What a first start that was cut short has left.
    rm -rf "$HOME_DIR"
fi
mkdir -p "$HOME_DIR"/{mon,osd,rgw} /etc/ceph /var/run/ceph
exec 3>&1 >"$LOG" 2>&1
trap 'exit 0' TERM INT
trap 'fail "\"$BASH_COMMAND\" failed"' ERR
trap 'kill $(jobs -p) 2>/dev/null; wait' EXIT

if $first; then
    write_conf
    create_monitor
fi
ceph-mon -f -i a &
if $first; then
    create_osd
fi
ceph-osd -f -i 0 &
if $first; then
    create_gateway
    touch "$HOME_DIR/created"
fi
radosgw -f -n client.rgw --rgw-frontends "beast endpoint=$LISTEN:$PORT" &

host=$LISTEN
[[ $host == 0.0.0.0 ]] && host=127.0.0.1
for ((i = 0; i < PATIENCE * 5; i++)); do
    if answers "$host" "$PORT"; then
        say "ready on http://$LISTEN:$PORT after $SECONDS s"
        # One daemon gone is a broken engine: say so at once instead of letting the tests hang.
        wait -n || true
        fail "a daemon ended"
    fi
    [[ $(jobs -rp | wc -l) == 3 ]] || fail "a daemon ended before the gateway answered"
    sleep 0.2
done
fail "the gateway did not answer on port $PORT within $PATIENCE s"
