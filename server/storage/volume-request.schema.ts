import * as z from "zod";
import { checksumSchema } from "./checksum.schema";
import { givenNameSchema, newVolumeNameSchema, sizeSchema } from "./names.schema";

const volumeFormats = ["qcow2", "raw"] as const;

/** A new, empty volume. Pools that know no formats (LVM, ZFS, RBD) take raw ones only. */
export const createVolumeSchema = z.strictObject({
  name: newVolumeNameSchema,
  format: z.enum(volumeFormats),
  capacityBytes: sizeSchema,
  /** Takes its whole size of the pool at once; else as it is written to. */
  allocateAll: z.boolean().default(false),
});

/** What a page asks for before it sends a file. */
export const openUploadSchema = z.strictObject({
  name: newVolumeNameSchema,
  /** Of the whole file. */
  sizeBytes: sizeSchema,
  /** What the file's checksum has to be; null where nobody knows. */
  checksum: checksumSchema.nullable(),
});

/** A file that the server itself is to fetch. */
export const downloadSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: "Enter a URL that begins with https:// or http://." }).max(4096),
  name: newVolumeNameSchema,
  checksum: checksumSchema.nullable(),
});

/** A copy of a volume under another name, in the same pool or another. */
export const cloneVolumeSchema = z.strictObject({
  name: newVolumeNameSchema,
  /** The pool that it goes to; null for the same. */
  toPool: givenNameSchema.nullable(),
});

export type CreateVolumeRequest = z.infer<typeof createVolumeSchema>;
export type OpenUploadRequest = z.infer<typeof openUploadSchema>;
