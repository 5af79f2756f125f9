import * as z from "zod";

export const checkIds = [
  "cpu-virtualization",
  "kvm-device",
  "iommu-firmware",
  "iommu-kernel",
  "iommu-groups",
  "vfio-modules",
  "vfio-early-binding",
  "hugepages",
  "ovmf",
  "libvirt",
  "memlock",
] as const;
export type CheckId = (typeof checkIds)[number];

/** Whether the host is ready for passthrough in one respect. */
export const checkSchema = z.object({
  id: z.enum(checkIds),
  /** `warn`: it works, but not well or not after the next start. `unknown`: the host's files don't tell. */
  status: z.enum(["pass", "warn", "fail", "unknown"]),
  /** "IOMMU in the kernel" */
  title: z.string(),
  /** What was found. */
  detail: z.string(),
  /** What to do, exact for this host's distribution and boot loader; null where there is nothing to do. */
  fix: z.string().nullable(),
});

export type Check = z.infer<typeof checkSchema>;
