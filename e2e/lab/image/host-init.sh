#!/bin/busybox sh
# First process of the emulated host: finds the root file system and hands over to its systemd.
/bin/busybox --install -s /bin
export PATH=/bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
while read -r module _; do
  insmod "/lib/modules/$module"
done < /etc/modules
# A controller's disks appear a moment after its driver.
until disk=$(findfs LABEL=lab-root 2> /dev/null); do
  usleep 20000
done
mount -t ext4 -o rw,noatime "$disk" /root
mount --move /dev /root/dev
umount /proc
umount /sys
exec switch_root /root /lib/systemd/systemd
