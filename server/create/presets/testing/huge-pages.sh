#!/bin/sh
# Gives the private namespace of e2e/libvirtd/namespace.sh huge pages of 1 GiB to mount, as a host that has reserved
# some: libvirtd looks for the mount before it writes QEMU's arguments. Run inside it, with OUTER_PID.
set -eu

if [ "$(readlink /proc/self/ns/mnt)" = "$(readlink "/proc/$OUTER_PID/ns/mnt")" ]; then
  echo "huge-pages.sh must run in a mount namespace of its own" >&2
  exit 1
fi

mkdir /run/huge-pages
mount -t hugetlbfs -o pagesize=1G hugetlbfs /run/huge-pages
