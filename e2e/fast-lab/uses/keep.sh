#!/bin/sh
# Keeps something of a host in use until standard input ends. Run in the lab's mounts as one of:
#   keep.sh mount DEVICE PLACE    in mounts of its own, as a container has them: see inside.ts
#   keep.sh swap DEVICE           swap is the whole machine's, so it is taken back whoever ends
set -eu

case $1 in
  mount)
    mount --no-mtab "$2" "$3"
    ;;
  swap)
    swapon "$2"
    trap 'swapoff "$2"' EXIT
    ;;
esac
echo ready
while read -r _; do :; done
