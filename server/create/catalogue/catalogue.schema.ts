import * as z from "zod";

/** The end of an address below the image's folder: "SHA256SUMS", "{file}.sha256", "<Fedora-[\d.]+-CHECKSUM>". */
const fileSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^/]+$/, "A file beside the image has no slashes.");

/** An OpenPGP signature of the publisher's, and who may have made it. */
const signatureSchema = z.strictObject({
  /** detached: in `file`, over the file of checksums; clearsigned: that file is signed itself. */
  form: z.enum(["detached", "clearsigned"]),
  file: fileSchema.nullable(),
  /** Fingerprints of keys that count; none: any of the keyrings' keys, which are the publisher's alone. */
  keys: z.array(z.string().regex(/^[0-9A-F]{40}$/)).max(20),
  /** Where packages put the publisher's keys. */
  keyrings: z.array(z.string().startsWith("/").max(200)).max(20),
});

const architectures = ["x86_64", "aarch64"] as const;

/** An image as its publisher offers it. */
export const imageSchema = z.strictObject({
  id: z
    .string()
    .max(64)
    .regex(/^[a-z0-9][a-z0-9.-]*$/),
  publisher: z.string().min(1).max(64),
  title: z.string().min(1).max(100),
  version: z.string().min(1).max(32),
  /** cloud: a disk that cloud-init sets up; installation: a CD to install from; drivers: a CD beside that. */
  kind: z.enum(["cloud", "installation", "drivers"]),
  format: z.enum(["qcow2", "raw", "iso"]),
  /** The publisher's words for libvirt's: "amd64" for x86_64. */
  architectures: z.partialRecord(z.enum(architectures), z.string().regex(/^[\w-]+$/)),
  /**
   * Where it is: {arch} stands for the publisher's word, and a part in <> is a pattern of which the newest match in the
   * publisher's listing is taken.
   */
  address: z
    .string()
    .max(1000)
    .regex(/^https?:\/\/[^/]+\/.*[^/]$/, "The address of a file is needed."),
  /** The file that has its checksum; null where the publisher gives none. */
  checksum: fileSchema.nullable(),
  signature: signatureSchema.nullable(),
  /** libosinfo's short id of what is in it; null of what is no system. */
  osinfo: z.string().max(64).nullable(),
  /** Who its cloud-init lets in by itself. */
  user: z.string().max(32).nullable(),
  minDiskBytes: z.number().int().min(0),
});

/** The catalogue, as it stands in our file and at an address that it is refreshed from. */
export const catalogueSchema = z.strictObject({
  version: z.literal(1),
  images: z
    .array(imageSchema)
    .max(1000)
    .refine(
      (images) => new Set(images.map(({ id }) => id)).size === images.length,
      "Two images have the same id.",
    ),
});

export type CatalogueImage = z.infer<typeof imageSchema>;
export type Architecture = (typeof architectures)[number];

/** An image as pages show it, on one host. */
export const shownImageSchema = imageSchema
  .pick({
    id: true,
    publisher: true,
    title: true,
    version: true,
    kind: true,
    osinfo: true,
    user: true,
    minDiskBytes: true,
  })
  .extend({
    /** What is compared once it is here. */
    checked: z.enum(["signature", "checksum", "nothing"]),
    /** Where the host has it already. */
    have: z.object({ pool: z.string(), volume: z.string() }).nullable(),
  });

export type ShownImage = z.infer<typeof shownImageSchema>;
