import * as z from "zod";
import { bootPlaceSchema, hostPathSchema } from "../../domain/scalars.schema";
import { givenNameSchema } from "../../storage/names.schema";
import { newVolumeSchema } from "../../storage/new-volume.schema";

const diskFormatSchema = z.enum(["qcow2", "raw"]);

export const diskSourceSchema = z.discriminatedUnion("kind", [
  /** A volume that is made with the VM. */
  newVolumeSchema.extend({
    kind: z.literal("new-volume"),
    /** An image, as of a cloud, that it begins as a copy of, made larger where it has less; null: it is empty. */
    copyOf: z.strictObject({ pool: givenNameSchema, volume: givenNameSchema }).nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal("volume"),
    pool: givenNameSchema,
    volume: givenNameSchema,
    format: diskFormatSchema,
  }),
  z.strictObject({ kind: z.literal("file"), path: hostPathSchema, format: diskFormatSchema }),
  /** A block device of the host: a logical volume, a whole disk. */
  z.strictObject({ kind: z.literal("block"), path: hostPathSchema }),
]);

export const diskBusSchema = z.enum(["virtio", "scsi", "sata", "ide", "usb"]);

export const diskSchema = z
  .strictObject({
    source: diskSourceSchema,
    bus: diskBusSchema.default("virtio"),
    cache: z
      .enum(["default", "none", "writethrough", "writeback", "directsync", "unsafe"])
      .default("default"),
    io: z.enum(["default", "threads", "native", "io_uring"]).default("default"),
    /** The number of the I/O thread that serves it, from 1; null for QEMU's main loop. */
    iothread: z.number().int().min(1).max(64).nullable().default(null),
    /** Whether space that the guest frees is given back. */
    discard: z.enum(["default", "unmap", "ignore"]).default("default"),
    /** What the guest sees as its serial number. virtio has room for 20 characters. */
    serial: z
      .string()
      .regex(/^[A-Za-z0-9_ .+-]{1,20}$/, {
        error: "A serial number has 1 to 20 letters, digits and _ . + -",
        abort: true,
      })
      .max(20)
      .nullable()
      .default(null),
    readOnly: z.boolean().default(false),
    bootOrder: bootPlaceSchema,
  })
  .superRefine(({ bus, cache, io, iothread }, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (io === "native" && cache !== "none" && cache !== "directsync")
      issue(
        "io",
        'I/O mode "native" needs cache mode "none" or "directsync" (QEMU opens the file with O_DIRECT).',
      );
    if (iothread !== null && bus !== "virtio") issue("iothread", "Only virtio disks can have an I/O thread.");
  });

/** A CD drive; without a source it is empty. */
export const opticalDriveSchema = z.strictObject({
  source: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("file"), path: hostPathSchema }),
      z.strictObject({ kind: z.literal("volume"), pool: givenNameSchema, volume: givenNameSchema }),
    ])
    .nullable(),
  /** null: what the machine has (SATA on q35, IDE on i440fx, SCSI on virt). */
  bus: z.enum(["sata", "ide", "scsi", "usb"]).nullable().default(null),
  bootOrder: bootPlaceSchema,
});

export type DiskSpecification = z.infer<typeof diskSchema>;
export type DiskSource = z.infer<typeof diskSourceSchema>;
export type DiskBus = z.infer<typeof diskBusSchema>;
export type OpticalDrive = z.infer<typeof opticalDriveSchema>;
