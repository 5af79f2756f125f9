import * as z from "zod";
import { givenNameSchema } from "../../storage/names.schema";
import { functionSchema } from "../attach/attach-input.schema";

/** A disk whose content goes to the other host. */
const copiedDiskSchema = z.object({
  /** "vda" */
  target: z.string(),
  from: z.object({ pool: givenNameSchema, volume: givenNameSchema }),
  to: z.object({ pool: givenNameSchema, volume: givenNameSchema, path: z.string() }),
  format: z.enum(["raw", "qcow2"]),
  capacityBytes: z.number(),
  /** Of a VM that is off: the file that is copied as it is; null: its content is mirrored while the VM runs. */
  file: z
    .object({
      sizeBytes: z.number(),
      /** When it was last written to, as libvirt tells; null where it does not. */
      modified: z.string().nullable(),
    })
    .nullable()
    .default(null),
});
export type CopiedDisk = z.infer<typeof copiedDiskSchema>;

/** What goes over of a VM that is off, besides its disks. */
const coldSchema = z.object({
  /** Stands for the definition as it was planned, see `fingerprintOf`: with another one, other files may be its. */
  definition: z.string(),
  files: z.array(z.object({ what: z.string(), folder: z.string(), name: z.string(), shared: z.boolean() })),
  tpmFolder: z.string().nullable(),
  /** Functions of cards, and those of the target that stand in for them. */
  functions: z.array(z.object({ from: z.string(), to: functionSchema })),
});

/** How a VM is moved. */
export const moveOptionsSchema = z.object({
  /** MiB a second at most; null: as fast as it goes. */
  bandwidthMiB: z.int().min(1).max(100_000).nullable().default(null),
  /** Holds the guest's CPUs back where it writes faster than its memory can be sent. */
  autoConverge: z.boolean().default(true),
  /** May be finished by having the guest run on the target before all of its memory is there. */
  postCopy: z.boolean().default(false),
  /** Encrypts what goes from host to host, by certificates that both QEMUs have. */
  tls: z.boolean().default(false),
  /** Leaves copied disks on the source as well. */
  keepDisks: z.boolean().default(false),
});
export type MoveOptions = z.infer<typeof moveOptionsSchema>;

/** What the job that moves a VM is made of. */
export const moveInputSchema = z.object({
  vmId: z.string(),
  vmName: z.string(),
  by: z.string(),
  targetHostId: z.string(),
  targetName: z.string(),
  /** null of a VM that runs. */
  cold: coldSchema.nullable().default(null),
  persistent: z.boolean(),
  autostart: z.boolean(),
  disks: z.array(copiedDiskSchema),
  /** The disks that stay where they are were seen from both hosts. */
  sharedSeen: z.boolean(),
  options: moveOptionsSchema,
});
export type MoveInput = z.infer<typeof moveInputSchema>;
