#!/bin/busybox sh
# First process of the inner guest: says on ttyS0 which devices it was given and what their drivers make of them.
# An emulated processor that emulates another is slow at everything new, so that this starts few programs; the shell
# finds the others in itself.
busybox mount -t proc proc /proc
busybox mount -t sysfs sysfs /sys
busybox mount -t devtmpfs devtmpfs /dev

for device in /sys/bus/pci/devices/*; do
  read -r vendor < "$device/vendor"
  read -r id < "$device/device"
  read -r class < "$device/class"
  read -r subsystem_vendor < "$device/subsystem_vendor"
  read -r subsystem < "$device/subsystem_device"
  echo "GUEST device ${device##*/} ${vendor#0x}:${id#0x} class ${class#0x} subsystem ${subsystem_vendor#0x}:${subsystem#0x}"
  case $class in
    0x03*) graphics="$graphics ${vendor#0x}:${id#0x}" ;;
    0x0403*) sound="$sound $device" ;;
    0x0c0330) usb=yes ;;
    0x010802) disk=yes ;;
  esac
done

load() {
  while read -r module options; do
    # shellcheck disable=SC2086 # Several options are several words.
    insmod "/lib/modules/$module" $options
  done < "/etc/modules-$1"
}

# The kernel's own words on what a driver finds go to the console, all of them.
echo 8 > /proc/sys/kernel/printk
[ -z "$graphics" ] || load graphics
[ -z "$sound" ] || load sound
[ -z "$usb" ] || load usb
[ -z "$disk" ] || load disk
for id in $graphics; do
  # Of twins the second is known already.
  echo "${id%:*} ${id#*:}" > /sys/bus/pci/drivers/bochs-drm/new_id || true
done

# A disk appears a moment after its driver, and a sound card that found its codec as well; one without a codec never does:
# behind QEMU's AMD IOMMU the codec's answers come back as nonsense.
[ -z "$disk" ] || until [ -b /dev/nvme0n1 ]; do usleep 20000; done
for device in $sound; do
  patience=200
  until [ -e "$device"/sound/card* ] || [ $patience = 0 ]; do
    usleep 20000
    patience=$((patience - 1))
  done
done
echo 1 > /proc/sys/kernel/printk

for device in /sys/bus/pci/drivers/*/0000:*; do
  driver=${device%/*}
  echo "GUEST driver ${device##*/} ${driver##*/}"
done
[ -z "$disk" ] || echo "GUEST block $(head -c 32 /dev/nvme0n1)"
read -r uptime _ < /proc/uptime
echo "GUEST done after $uptime s"

# It stays until it is stopped. Whoever presses the power button gets what they want.
load power
for name in /sys/class/input/event*/device/name; do
  [ "$(cat "$name")" = "Power Button" ] || continue
  event=${name#/sys/class/input/}
  head -c 1 "/dev/input/${event%%/*}" > /dev/null
  poweroff -f
done
