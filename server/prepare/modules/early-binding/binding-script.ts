import type { BoundDevice } from "./bound-devices";

/**
 * Shell functions and calls that hand devices to vfio-pci before another driver is loaded. They run in a shell of their
 * own each, as some initial RAM disks source scripts. A device that is not there, or another one by now, is left alone.
 * @param indent of the calls
 */
export function bindingScript(devices: readonly BoundDevice[]): { functions: string; calls: string[] } {
  return { functions, calls: ["passdeck_vfio_load", ...devices.map(call)] };
}

function call({ address, id }: BoundDevice): string {
  return `passdeck_vfio_bind '${address}' '${id === null ? "" : `0x${id.replace(":", ":0x")}`}'`;
}

const functions = `passdeck_vfio_load() (
	modprobe -q vfio-pci || :
)

# An address, and the vendor and device that were there when it was chosen.
passdeck_vfio_bind() (
	device="/sys/bus/pci/devices/$1"
	[ -w "$device/driver_override" ] && [ -d /sys/bus/pci/drivers/vfio-pci ] || exit 0
	if [ -n "$2" ]; then
		read -r vendor < "$device/vendor" || exit 0
		read -r model < "$device/device" || exit 0
		[ "$vendor:$model" = "$2" ] || exit 0
	fi
	echo vfio-pci > "$device/driver_override" || exit 0
	echo "$1" > /sys/bus/pci/drivers_probe 2> /dev/null || exit 0
)
`;
