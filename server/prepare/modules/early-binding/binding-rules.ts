import type { BoundDevice } from "./bound-devices";

/**
 * Rules of udev(7) that hand devices to vfio-pci before their drivers are loaded (80-drivers.rules). vfio-pci may be there
 * already or come by the rule itself, so the device is probed at once and by its loading.
 */
export function bindingRules(devices: readonly BoundDevice[]): string {
  return [
    "# Written by Passdeck: these devices are handed to vfio-pci by their addresses.",
    ...devices.map(rule),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function rule({ address, id }: BoundDevice): string {
  const [vendor, device] = id?.split(":") ?? [];
  const model = id === null ? [] : [`ATTR{vendor}=="0x${vendor}"`, `ATTR{device}=="0x${device}"`];
  return [
    'ACTION=="add"',
    'SUBSYSTEM=="pci"',
    `KERNEL=="${address}"`,
    ...model,
    'ATTR{driver_override}="vfio-pci"',
    'ATTR{subsystem/drivers_probe}="$kernel"',
    'RUN{builtin}+="kmod load vfio-pci"',
  ].join(", ");
}
