/** What people call the sort of a device, coarser than its PCI class. No zod here: this goes to every browser. */
export const deviceKinds = ["gpu", "network", "storage", "usb", "audio", "bridge", "other"] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/**
 * By base class or by base class and sub-class; the longer match wins. Codes: PCI Code and ID Assignment, 1.1. An
 * "other bridge" (80) leads to no PCI bus: NVIDIA's NVSwitch, a switch's non-transparent port.
 */
const kindByClass: Readonly<Record<string, DeviceKind>> = {
  "01": "storage",
  "02": "network",
  "03": "gpu",
  "0401": "audio",
  "0403": "audio",
  "06": "bridge",
  "0680": "other",
  "0c03": "usb",
  "0d": "network",
};

/** The sort of a device by its class code of six hexadecimal digits ("030000"). */
export function deviceKind(classCode: string): DeviceKind {
  return kindByClass[classCode.slice(0, 4)] ?? kindByClass[classCode.slice(0, 2)] ?? "other";
}

/** Whether the device is a display controller (base class 03): VGA, XGA, 3D or other. */
export function isGpu(device: { class: string }): boolean {
  return deviceKind(device.class) === "gpu";
}

/** Whether the device is a bridge (base class 06, but for "other"). A bridge stays with the host and isolates nothing by itself. */
export function isBridge(device: { class: string }): boolean {
  return deviceKind(device.class) === "bridge";
}
