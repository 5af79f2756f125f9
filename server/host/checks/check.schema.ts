import * as z from "zod";

export const checkIds = [
  "cpu-virtualization",
  "kvm-device",
  "iommu-firmware",
  "iommu-kernel",
  "iommu-groups",
  "interrupt-remapping",
  "x2apic",
  "reserved-memory",
  "acs",
  "kernel-log",
  "vfio-modules",
  "vfio-early-binding",
  "first-driver",
  "framebuffer",
  "above-4g",
  "hugepages",
  "memlock",
  "ksm",
  "ovmf",
  "ovmf-secure-boot",
  "secure-boot-keys",
  "swtpm",
  "libvirt",
  "versions",
  "qemu-rights",
  "looking-glass",
  "nested",
  "isolated-cpus",
  "boot-loader",
  "initramfs",
  "secure-boot",
  "default-target",
] as const;
export type CheckId = (typeof checkIds)[number];

/** What a check is about, in the order in which pages show it. */
const checkGroups = ["processor", "iommu", "cards", "memory", "guests", "boot"] as const;

/** Where something was seen. */
export const evidenceSchema = z.object({
  /** "/proc/cmdline", or "the kernel's log". */
  file: z.string(),
  /** From 1; null where the whole file tells, or its being there. */
  line: z.number().int().positive().nullable(),
  text: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** The change of how the host boots that would mend it, for who prepares the host by a plan. */
export const checkChangeSchema = z.object({
  /** Parameters to add to the kernel's line. */
  add: z.array(z.string()),
  /** Parameters to take off it, as they stand there. */
  remove: z.array(z.string()),
  /** Devices to reserve at every boot. */
  vfioAddresses: z.array(z.string()),
  /** Modules to load at every boot. */
  loadModules: z.array(z.string()),
  /** What systemd is to start. */
  target: z.enum(["graphical", "multi-user"]).exactOptional(),
  /** Modules to take out of all lists. */
  removeModules: z.array(z.string()).exactOptional(),
  /** GRUB's file on the EFI partition is to lead to its menu again. */
  restoreGrubStub: z.boolean().exactOptional(),
});
export type CheckChange = z.infer<typeof checkChangeSchema>;

/** Whether the host is ready for passthrough in one respect. */
export const checkSchema = z.object({
  id: z.enum(checkIds),
  group: z.enum(checkGroups),
  /** `warn`: it works, but not well or not after the next start. `unknown`: the host's files don't tell. */
  status: z.enum(["pass", "warn", "fail", "unknown"]),
  /** "IOMMU in the kernel" */
  title: z.string(),
  /** What was found. */
  detail: z.string(),
  /** What it was found in; none where nothing was. */
  evidence: z.array(evidenceSchema),
  /** What a VM with a device has of it. */
  why: z.string(),
  /** What to do, exact for this host's distribution and boot loader; null where there is nothing to do. */
  fix: z.string().nullable(),
  /** null where no change of the host's boot mends it, or it can't be told which. */
  change: checkChangeSchema.nullable(),
});

export type Check = z.infer<typeof checkSchema>;
