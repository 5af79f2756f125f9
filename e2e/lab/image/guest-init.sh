#!/bin/busybox sh
# First process of the inner guest: says on ttyS0 which devices it was given and what their drivers make of them.
/bin/busybox --install -s /bin
export PATH=/bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev

for device in /sys/bus/pci/devices/*; do
  read -r vendor < "$device/vendor"
  read -r id < "$device/device"
  read -r class < "$device/class"
  read -r subsystem_vendor < "$device/subsystem_vendor"
  read -r subsystem < "$device/subsystem_device"
  echo "GUEST device ${device##*/} ${vendor#0x}:${id#0x} class ${class#0x} subsystem ${subsystem_vendor#0x}:${subsystem#0x}"
  case $class in
    0x03*) graphics="$graphics ${vendor#0x}:${id#0x}" ;;
    0x0403*) sound=yes ;;
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
[ -z "$graphics" ] || load graphics
[ -z "$sound" ] || load sound
[ -z "$usb" ] || load usb
[ -z "$disk" ] || load disk
for id in $graphics; do
  echo "${id%:*} ${id#*:}" > /sys/bus/pci/drivers/bochs-drm/new_id
done

# A disk appears a moment after its driver; a sound card's codecs as well.
[ -z "$disk" ] || until [ -b /dev/nvme0n1 ]; do usleep 20000; done
[ -z "$sound" ] || until [ -e /proc/asound/card0/id ]; do usleep 20000; done

for device in /sys/bus/pci/devices/*; do
  [ -e "$device/driver" ] || continue
  driver=$(readlink "$device/driver")
  echo "GUEST driver ${device##*/} ${driver##*/}"
done
dmesg | grep -E 'bochs|hda|xhci|nvme' | sed 's/^/GUEST kernel /'
[ -z "$disk" ] || echo "GUEST block $(head -c 32 /dev/nvme0n1)"
echo "GUEST done after $(cut -d' ' -f1 /proc/uptime) s"

# It stays until it is stopped. Whoever presses the power button gets what they want.
load power
for name in /sys/class/input/event*/device/name; do
  [ "$(cat "$name")" = "Power Button" ] || continue
  event=${name#/sys/class/input/}
  head -c 1 "/dev/input/${event%%/*}" > /dev/null
  poweroff -f
done
