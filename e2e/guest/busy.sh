#!/bin/busybox sh
# Writes to its memory and its disk all the while, and looks each time whether what it wrote the time before is there still.
mkdir -p /busy
mount -t tmpfs -o size=24m tmpfs /busy
say() { echo "$*" > /dev/ttyS0; }
sum() { md5sum | cut -d ' ' -f 1; }
on_disk() { dd if=/dev/vda bs=1M skip="$1" count=1 iflag=direct 2> /dev/null; }

round=0
while :; do
  for place in 0 1 2 3 4 5 6 7; do
    if [ -e "/busy/sum$place" ]; then
      wanted=$(cat "/busy/sum$place")
      [ "$(sum < "/busy/block$place")" = "$wanted" ] || say "WRONG in memory at $place, round $round"
      [ "$(on_disk "$place" | sum)" = "$wanted" ] || say "WRONG on the disk at $place, round $round"
    fi
    head -c 1048576 /dev/urandom > "/busy/block$place"
    dd if="/busy/block$place" of=/dev/vda bs=1M seek="$place" count=1 oflag=direct conv=notrunc 2> /dev/null
    sum < "/busy/block$place" > "/busy/sum$place"
  done
  round=$((round + 1))
  say "Round $round is right"
done
