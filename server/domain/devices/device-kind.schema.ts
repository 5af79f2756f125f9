/**
 * All kinds of devices that Passdeck has forms for, in the order in which they are offered. Each is a folder of its name:
 * `form.schema.ts` with its fields and words, and `edits.ts` where making or changing it takes more than its fields. The
 * compiler finds the tables that a new one is missing from.
 */
export const deviceKinds = [
  "disk",
  "drive",
  "network",
  "host-nic",
  "pci",
  "mdev",
  "usb",
  "scsi-device",
  "screen",
  "video",
  "sound",
  "audio",
  "input",
  "serial",
  "console",
  "channel",
  "tpm",
  "folder",
  "watchdog",
  "rng",
  "balloon",
  "vsock",
  "shared-memory",
  "redirection",
  "smart-card",
  "panic",
  "memory-module",
  "iommu",
  "controller",
] as const;

export type DeviceKind = (typeof deviceKinds)[number];
