import * as z from "zod";
import {
  guestHostNameSchema,
  guestUserNameSchema,
  packageNameSchema,
  passwordHashSchema,
  sshKeySchema,
  timeZoneSchema,
} from "../guest-scalars.schema";
import { cloudNetworkSchema } from "./cloud-network.schema";

const cloudUserSchema = z
  .strictObject({
    name: guestUserNameSchema,
    passwordHash: passwordHashSchema.nullable().default(null),
    sshKeys: z.array(sshKeySchema).max(64).default([]),
    /** May do anything by sudo without a password. */
    sudo: z.boolean().default(true),
    /** The login shell, "/bin/zsh"; null: what suits the VM's system, else the image's own. */
    shell: z
      .string()
      .max(255)
      .regex(/^(?:\/[A-Za-z0-9._+-]+)+$/, "A shell is given by its path, such as /bin/zsh.")
      .nullable()
      .default(null),
  })
  .refine(({ passwordHash, sshKeys }) => passwordHash !== null || sshKeys.length > 0, {
    message: "Without a password or an SSH key nobody can log in as this user.",
  });

/** What a cloud image is told at its first start. */
export const cloudInitSchema = z.strictObject({
  /** Another one makes cloud-init start over. */
  instanceId: z
    .string()
    .max(128)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
  hostname: guestHostNameSchema,
  users: z.array(cloudUserSchema).min(1).max(16),
  /** Signing in over the network by password as well. */
  passwordLogin: z.boolean().default(false),
  packages: z.array(packageNameSchema).max(200).default([]),
  upgrade: z.boolean().default(false),
  timezone: timeZoneSchema.nullable().default(null),
  network: cloudNetworkSchema.default({ kind: "image" }),
});

/** The seed's files as text, which users may edit before they are written. */
export const seedFilesSchema = z.strictObject({
  "user-data": z.string().max(2 ** 20),
  "meta-data": z.string().max(2 ** 16),
  /** null: there is none, and the image does as it likes. */
  "network-config": z
    .string()
    .max(2 ** 16)
    .nullable(),
});

export type CloudInit = z.infer<typeof cloudInitSchema>;
export type CloudInitInput = z.input<typeof cloudInitSchema>;
export type SeedFiles = z.infer<typeof seedFilesSchema>;
