import * as z from "zod";
import { hopsOf } from "../../host/ssh/ssh-hops.schema";
import { pinnedKeysSchema, sshRouteSchema } from "../../host/ssh/ssh-route.schema";

/** A name that stands in addresses of pages, and that nobody takes for another's. */
export const hostNameSchema = z
  .string()
  .trim()
  .min(1, { error: "Give the host a name." })
  .max(40, { error: "A host’s name has 40 characters at most." })
  .regex(/^[a-z0-9][a-z0-9-]*$/, {
    error: "A host’s name has small letters, digits and dashes, and begins with a letter or a digit.",
  });

const secret = z
  .string()
  .min(1, { error: "Enter the password." })
  .max(1024, { error: "A password has 1,024 characters at most." });

/** How Passdeck signs in. Passwords and keys go in, and never out again. */
export const hostCredentialSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("own") }),
  z.object({ kind: z.literal("password"), password: secret }),
  z.object({
    kind: z.literal("key"),
    privateKey: z
      .string()
      .min(1, { error: "Paste the private key." })
      .max(16_384, { error: "A private key has 16 KiB at most: this is none." }),
    passphrase: secret.nullable(),
  }),
]);

/** As it is, of a host that is managed already. */
const keptCredentialSchema = z.object({ kind: z.literal("kept") });

/** Of one union, so that what is wrong is told at its field. */
const givenOrKeptSchema = z.discriminatedUnion("kind", [
  ...hostCredentialSchema.options,
  keptCredentialSchema,
]);

/** The libvirt there, as the host itself would be asked. */
const uriSchema = z
  .string()
  .trim()
  .max(500)
  .regex(/^(qemu|test)(\+unix)?:\/\//, {
    error: "Give the URI as the host itself would be asked: qemu:///system.",
  });

/** How a host is reached. */
const waySchema = z.object({ route: sshRouteSchema, uri: uriSchema });
const hasAllKeys = ({ route, pins }: { route: z.infer<typeof sshRouteSchema>; pins: unknown[] }) =>
  pins.length === hopsOf(route).length;
const keysMissing = { error: "Look at the host’s key and accept it first.", path: ["pins"] };

/** What is tried before a host is added or changed; keys that aren't accepted yet are looked at. */
export const checkHostSchema = waySchema.extend({
  /** Of a host that is managed: its own credential can be kept. */
  hostId: hostNameSchema.nullable(),
  pins: pinnedKeysSchema,
  credential: givenOrKeptSchema,
});
export type CheckHost = z.infer<typeof checkHostSchema>;

export const addHostSchema = waySchema
  .extend({ name: hostNameSchema, pins: pinnedKeysSchema, credential: hostCredentialSchema })
  .refine(hasAllKeys, keysMissing);
export type AddHost = z.infer<typeof addHostSchema>;

export const changeHostSchema = waySchema
  .extend({
    hostId: hostNameSchema,
    pins: pinnedKeysSchema,
    credential: givenOrKeptSchema,
  })
  .refine(hasAllKeys, keysMissing);
export type ChangeHost = z.infer<typeof changeHostSchema>;

/** A host that is managed over ssh, for those who administer it. */
export const managedHostViewSchema = waySchema.extend({
  hostId: z.string(),
  /** The accepted keys with their fingerprints, in the order of the route. */
  keys: z.array(z.object({ hop: z.string(), type: z.string(), key: z.string(), fingerprint: z.string() })),
  signsInBy: z.enum(["own", "password", "key"]),
  /** Unix milliseconds. */
  addedAt: z.number(),
  addedBy: z.string(),
});
export type ManagedHostView = z.infer<typeof managedHostViewSchema>;

/** What a check tries, one after the other. */
export const checkSteps = ["route", "key", "sign-in", "libvirt", "rights", "version", "files"] as const;

/** How far a check has come. */
export const checkNewsSchema = z.object({
  step: z.enum(checkSteps),
  /** "asks": somebody has to accept a key before it goes on. */
  state: z.enum(["runs", "passed", "asks", "failed"]),
  /** What was found, or what failed; null of a step that runs. */
  said: z.string().nullable(),
  /** What to do about it. */
  fix: z.string().nullable(),
  /** The key that is asked about, and the accepted one where it is another. */
  seen: z
    .object({
      hop: z.string(),
      type: z.string(),
      key: z.string(),
      fingerprint: z.string(),
      acceptedFingerprint: z.string().nullable(),
    })
    .nullable(),
});
export type CheckNews = z.infer<typeof checkNewsSchema>;
export type CheckStep = CheckNews["step"];
