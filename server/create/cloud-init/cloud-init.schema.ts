import * as z from "zod";
import { cloudNetworkSchema } from "./cloud-network.schema";

/** A line of authorized_keys: the key's kind, the key, a remark. Options in front of it are left to the raw file. */
const sshKeySchema = z
  .string()
  .trim()
  .max(16_384)
  .regex(
    /^(ssh-(rsa|dss|ed25519)|ecdsa-sha2-nistp(256|384|521)|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com) [A-Za-z0-9+/]+={0,3}( [^\p{Cc}]*)?$/u,
    "This is not a public SSH key. One begins with ssh-ed25519, ssh-rsa or ecdsa-sha2-….",
  );

/** A password as crypt(3) hashes it: $6$ (SHA-512), $y$ (yescrypt), $2b$ (bcrypt). Never the password itself. */
const passwordHashSchema = z
  .string()
  .max(512)
  .regex(
    /^\$(5|6|y|gy|7|2[aby])\$[A-Za-z0-9./$=,]+$/,
    "This is not a password hash. Create one with openssl passwd -6.",
  );

const cloudUserSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z_][a-z0-9_-]{0,31}$/, {
        error: "A user name has 1 to 32 lower-case letters, digits, _ and -",
        abort: true,
      })
      .max(32),
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
  hostname: z
    .string()
    .regex(
      /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i,
      { error: "A host name has letters, digits and - in it.", abort: true },
    )
    .max(253),
  users: z.array(cloudUserSchema).min(1).max(16),
  /** Signing in over the network by password as well. */
  passwordLogin: z.boolean().default(false),
  packages: z
    .array(
      z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9+._:~=/-]{0,127}$/, {
          error: "This is not a package name.",
          abort: true,
        })
        .max(128),
    )
    .max(200)
    .default([]),
  upgrade: z.boolean().default(false),
  timezone: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+){0,2}$/)
    .nullable()
    .default(null),
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
