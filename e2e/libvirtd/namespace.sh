#!/bin/sh
# Gives one libvirtd a machine of its own to look at, and keeps it until standard input ends.
# Run as: unshare --mount --net --propagation private sh namespace.sh FOLDER [COMMAND…]
# FOLDER holds etc, lib, cache, log and run, which stand in for libvirt's own folders. COMMAND is run inside, with the
# id of a process outside as OUTER_PID, before anything else gets in.
set -eu

# Whoever asks a whole process group to end asks the one outside as well; with that one standard input ends, and then
# what lives in here is seen to.
trap '' HUP INT TERM

# Relative paths reach the folder even when it is below what gets covered.
cd "$1"
shift
own=$(readlink /proc/self/ns/mnt)
if [ "$own" = "$(readlink /proc/$PPID/ns/mnt)" ]; then
  echo "namespace.sh must run in a mount namespace of its own" >&2
  exit 1
fi

ip link set lo up
mount --bind etc /etc/libvirt
mount --bind lib /var/lib/libvirt
mount --bind cache /var/cache/libvirt
mount --bind log /var/log/libvirt
mkdir -p run-root
mount -t tmpfs -o mode=755 tmpfs run-root
mkdir -p run-root/libvirt run-root/lock run-root/udev/data
mount --bind run run-root/libvirt
mount --no-mtab --move run-root /run
[ $# -eq 0 ] || OUTER_PID=$PPID "$@"
echo ready

cat > /dev/null

# Whoever lives in this namespace was started for it: libvirtd, its guests, its dnsmasq.
for process in /proc/[0-9]*; do
  pid=${process#/proc/}
  [ "$pid" = $$ ] && continue
  [ "$(readlink "$process/ns/mnt" 2> /dev/null)" = "$own" ] && kill -9 "$pid" 2> /dev/null
done
exit 0
