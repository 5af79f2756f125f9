#!/bin/sh
# Gives the private namespace that e2e/libvirtd/namespace.sh has made a /dev and a /sys of its own.
# Run inside it as: sh prepare.sh TREE SOCKET LOG, where TREE is the sysfs to be shown.
set -eu

if [ "$(readlink /proc/self/ns/mnt)" = "$(readlink "/proc/$OUTER_PID/ns/mnt")" ]; then
  echo "prepare.sh must run in a mount namespace of its own" >&2
  exit 1
fi

devices=/run/fast-lab-dev
mkdir "$devices"
mount -t tmpfs -o mode=755 tmpfs "$devices"
for node in null zero full random urandom tty fuse; do
  cp -a "/dev/$node" "$devices/$node"
done
mkdir -p "$devices/pts" "$devices/shm" "$devices/net" "$devices/mapper" "$devices/vfio"
cp -a /dev/net/tun "$devices/net/tun" 2> /dev/null || true
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$devices/pts"
mount -t tmpfs tmpfs "$devices/shm"
ln -s pts/ptmx "$devices/ptmx"
ln -s /proc/self/fd "$devices/fd"
mount --no-mtab --move "$devices" /dev

# libvirt asks for the machine's processors and memory; those are the real ones.
mkdir /run/fast-lab-system
mount --bind /sys/devices/system /run/fast-lab-system
# FUSE wants an empty folder.
mount -t tmpfs tmpfs /sys
# With one arena malloc does not ask /sys for the number of processors: the file system would wait for itself.
MALLOC_ARENA_MAX=1 /usr/bin/python3 -B "$(dirname "$0")/../sysfs/fake_sysfs.py" "$1" /sys /dev/vfio "$2" > "$3" 2>&1 &
server=$!
until [ -e /sys/.modprobe ]; do
  kill -0 "$server" 2> /dev/null || { cat "$3" >&2; exit 1; }
  sleep 0.02
done
mount --no-mtab --bind /run/fast-lab-system /sys/devices/system
