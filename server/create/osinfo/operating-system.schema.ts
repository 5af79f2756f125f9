import * as z from "zod";

/** An operating system as osinfo-db knows it, with what follows for a VM. */
export const operatingSystemSchema = z.object({
  /** "http://debian.org/debian/12" */
  id: z.string(),
  /** "debian12" */
  shortId: z.string(),
  name: z.string(),
  family: z.enum(["linux", "windows", "bsd", "other"]),
  /** ISO date of its release, for sorting; null where not known. */
  releasedAt: z.string().nullable(),
  /** Whether its maker still looks after it, by its end-of-life date. */
  supported: z.boolean(),
  /** What its installer recommends, or asks for at least; null where nothing is said. */
  vcpus: z.number().nullable(),
  memoryBytes: z.number().nullable(),
  diskBytes: z.number().nullable(),
  /** Whether it has drivers for virtio disks and networks of itself; Windows needs the virtio-win CD. */
  virtioDisk: z.boolean(),
  virtioNetwork: z.boolean(),
});

export type OperatingSystem = z.infer<typeof operatingSystemSchema>;
