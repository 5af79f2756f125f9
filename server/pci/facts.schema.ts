import * as z from "zod";

/** What the host does with a device right now. `essential` uses are those that the host can't lose. */
export const deviceUseKinds = [
  "root-file-system",
  "file-system",
  "swap",
  "lvm",
  "raid",
  "volume",
  "configured",
  "block-device",
  "address",
  "default-route",
  /** Nothing tells whether it is this device that carries the default route. */
  "possible-route",
  "bridge",
  "bond",
  "connection",
  "input",
  "screen",
  "console",
  "process",
  "vm",
  "mediated-device",
] as const;
export type DeviceUseKind = (typeof deviceUseKinds)[number];

export const deviceUseSchema = z.object({
  kind: z.enum(deviceUseKinds),
  /** Names what uses it and through what: "/ on nvme0n1p2", "eth0 has 192.168.1.10", "HDMI-A-1 of card0". */
  detail: z.string(),
});

/** A question about a device's use that nobody could answer. */
export const notLookedAtSchema = z.object({
  /** The file or folder that would tell: "/proc/swaps". */
  source: z.string(),
  /** What it would tell, to go after "not known is": "what is mounted". */
  question: z.string(),
  /**
   * `risk`: a source that this host has could not be read, or has a hole. `note`: a record of a host never had it.
   */
  weight: z.enum(["note", "risk"]),
});

/** A PCI Express link as it runs, and the best that the device can do. */
export const linkFactsSchema = z.object({
  /** GT/s: 2.5, 5, 8, 16, 32 … */
  speed: z.number(),
  /** Lanes. */
  width: z.number().int(),
  maximumSpeed: z.number(),
  maximumWidth: z.number().int(),
});

/** A base address register: a window of the device into memory or port space. */
export const barFactsSchema = z.object({
  index: z.number().int().min(0).max(5),
  bytes: z.number().int().positive(),
  space: z.enum(["memory", "port"]),
  /** Memory that may be read ahead; on GPUs the window into their own memory. */
  prefetchable: z.boolean(),
  /** Neither the firmware nor the kernel found room for it; left out of those that have an address. */
  unassigned: z.literal(true).optional(),
});

/** What is read of each device beside its identity; Documentation/ABI/testing/sysfs-bus-pci. */
export const furtherDeviceFactsSchema = z.object({
  /** Modules of the running kernel that claim the device by its modalias. */
  modules: z.array(z.string()),
  /** null of what has no PCI Express link of its own. */
  link: linkFactsSchema.nullable(),
  numaNode: z.number().int().nonnegative().nullable(),
  bars: z.array(barFactsSchema),
  /** The device has an expansion ROM (VBIOS, option ROM). */
  hasRom: z.boolean(),
  /** Virtual functions: how many there can be and are; null of what has no SR-IOV. */
  virtualFunctions: z
    .object({ total: z.number().int().nonnegative(), enabled: z.number().int().nonnegative() })
    .nullable(),
  /** "D0", "D3hot", "D3cold" …; null where the kernel does not tell. */
  powerState: z.string().nullable(),
  /** All of its configuration reads as ones: nobody is there any more. What sleeps is not asked, lest it wake up. */
  silent: z.boolean(),
  /** The mainboard's own name of the slot; null where the firmware has none. */
  slotLabel: z.string().nullable(),
  /** The PCI Express device serial number, "00-15-5d-ff-fe-01-02-03"; null where there is none or it may not be read. */
  serialNumber: z.string().nullable(),
  usedBy: z.array(deviceUseSchema),
  /** What may use it beside; silence of a source is no proof that nothing does. */
  notLookedAt: z.array(notLookedAtSchema),
});

export type NotLookedAt = z.infer<typeof notLookedAtSchema>;
export type DeviceUse = z.infer<typeof deviceUseSchema>;
export type LinkFacts = z.infer<typeof linkFactsSchema>;
export type BarFacts = z.infer<typeof barFactsSchema>;
export type FurtherDeviceFacts = z.infer<typeof furtherDeviceFactsSchema>;
