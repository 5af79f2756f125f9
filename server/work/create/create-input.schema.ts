import * as z from "zod";
import { subjectSchema } from "../../access/share.schema";
import { seedFilesSchema } from "../../create/cloud-init/cloud-init.schema";
import { hostPathSchema } from "../../domain/scalars.schema";
import { givenNameSchema } from "../../storage/names.schema";

const volumeReference = z.strictObject({ pool: givenNameSchema, volume: givenNameSchema });

/** A volume that is made with a VM. */
export const newVolumeSchema = volumeReference.extend({
  /** null: as large as what it is a copy of. */
  bytes: z.number().int().positive().nullable(),
  format: z.enum(["qcow2", "raw"]),
  copyOf: volumeReference.nullable(),
});

/** The cloud-init seed of a VM. */
export const newSeedSchema = volumeReference.extend({ files: seedFilesSchema });

/** Answer files are kept under an id of this server's: what they say stands nowhere else. */
const answersIdSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** The CD of a VM's answer files. */
const newAnswersSchema = volumeReference.extend({
  id: answersIdSchema,
  label: z.enum(["ANSWERS", "OEMDRV", "CIDATA"]).default("ANSWERS"),
});

/** A file of an installation medium, by its path there, and the volume that it is copied to. */
const takenFileSchema = z.strictObject({ path: z.string().max(64), volume: givenNameSchema });

/** The installer's kernel that a VM is started with for once, taken out of the medium. */
const installationSchema = z.strictObject({
  medium: volumeReference,
  /** Where both files go. */
  pool: givenNameSchema,
  kernel: takenFileSchema,
  initrd: takenFileSchema,
  commandLine: z.string().max(1024),
  /** Files that are put into the initial RAM disk, by their id; null for none. */
  injected: answersIdSchema.nullable(),
});

/** Whose a new VM is, with their name as it was when the job began. */
const newOwnerSchema = z.strictObject({ subject: subjectSchema, name: z.string() });

/** What the job that makes a VM is told. */
export const createInputSchema = z.strictObject({
  /** The UUID that the VM gets, by which it is known again. */
  vmId: z.guid(),
  name: z.string(),
  /** Whose it is; null: nobody's. */
  owner: newOwnerSchema.nullable().default(null),
  /** The user who makes it: the author of its first definition. */
  by: z.string(),
  /** The definition, with that UUID and without the passwords of `passwordsOf`. */
  xml: z.string(),
  /** The VM whose passwords the definition takes over, as of the clone of one; null for none. */
  passwordsOf: z.guid().nullable(),
  /** The other host that all that is copied is on; null: it is on this one. */
  fromHost: z.strictObject({ id: z.string(), name: z.string() }).nullable().default(null),
  volumes: z.array(newVolumeSchema),
  seed: newSeedSchema.nullable(),
  answers: newAnswersSchema.nullable().default(null),
  installation: installationSchema.nullable().default(null),
  /** Firmware variables that the VM begins with a copy of; null for fresh ones, or none. */
  variables: z.strictObject({ folder: hostPathSchema, from: z.string(), to: z.string() }).nullable(),
  /** The VM whose TPM's state the new one begins with a copy of; null for a fresh one, or none. */
  tpm: z
    .strictObject({ original: z.guid(), version: z.enum(["tpm2", "tpm1.2"]) })
    .nullable()
    .default(null),
  start: z.boolean(),
});

export type NewVolume = z.infer<typeof newVolumeSchema>;
export type NewSeed = z.infer<typeof newSeedSchema>;
export type NewAnswers = z.infer<typeof newAnswersSchema>;
export type Installation = z.infer<typeof installationSchema>;
export type NewOwner = z.infer<typeof newOwnerSchema>;
export type CreateInput = z.infer<typeof createInputSchema>;
