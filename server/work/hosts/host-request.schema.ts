import * as z from "zod";
import { pinnedKeysSchema } from "../../host/route/host-key.schema";
import { hostNameSchema } from "../../host/route/host-name.schema";
import { hostRouteSchema, type Transport } from "../../host/route/host-route.schema";
import { placesOf } from "../../host/route/route-places.schema";

const secret = z
  .string()
  .min(1, { error: "Enter the password." })
  .max(1024, { error: "A password has 1,024 characters at most." });

const keyPair = {
  privateKey: z
    .string()
    .min(1, { error: "Paste the private key." })
    .max(16_384, { error: "A private key has 16 KiB at most: this is none." }),
  passphrase: secret.nullable(),
};

/** How Passdeck signs in. Passwords and keys go in, and never out again. */
export const hostCredentialSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("own") }),
  z.object({ kind: z.literal("password"), password: secret }),
  z.object({ kind: z.literal("key"), ...keyPair }),
  /** The key of the certificate that stands in the route. */
  z.object({ kind: z.literal("client-key"), ...keyPair }),
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
const waySchema = z.object({ route: hostRouteSchema, uri: uriSchema });
type Way = z.infer<typeof waySchema>;
const hasAllKeys = ({ route, pins }: Pick<Way, "route"> & { pins: unknown[] }) =>
  pins.length === placesOf(route).length;
const keysMissing = { error: "Look at the host’s key and accept it first.", path: ["pins"] };

const credentialFits = ({ route, credential }: Pick<Way, "route"> & { credential: { kind: string } }) =>
  credential.kind === "kept" || (credential.kind === "client-key") === (route.transport === "tls");
const otherCredential = {
  error: "By TLS a client’s key is signed in by, by ssh something else.",
  path: ["credential", "kind"],
};

const triedSchema = waySchema.extend({
  /** Of a host that is managed: its own credential can be kept. */
  hostId: hostNameSchema.nullable(),
  credential: givenOrKeptSchema,
});

/** What is filled in before a host is tried. */
export const hostDraftSchema = triedSchema.refine(credentialFits, otherCredential);

/** What is tried before a host is added or changed; keys that aren't accepted yet are looked at. */
export const checkHostSchema = triedSchema
  .extend({ pins: pinnedKeysSchema })
  .refine(credentialFits, otherCredential);
export type CheckHost = z.infer<typeof checkHostSchema>;

export const addHostSchema = waySchema
  .extend({ name: hostNameSchema, pins: pinnedKeysSchema, credential: hostCredentialSchema })
  .refine(credentialFits, otherCredential)
  .refine(hasAllKeys, keysMissing);
export type AddHost = z.infer<typeof addHostSchema>;

export const changeHostSchema = waySchema
  .extend({
    hostId: hostNameSchema,
    pins: pinnedKeysSchema,
    credential: givenOrKeptSchema,
  })
  .refine(credentialFits, otherCredential)
  .refine(hasAllKeys, keysMissing);
export type ChangeHost = z.infer<typeof changeHostSchema>;

/** A host that is managed beside Passdeck's own machine, for those who administer it. */
export const managedHostViewSchema = waySchema.extend({
  hostId: z.string(),
  /** The accepted keys with their fingerprints, in the order of the route. */
  keys: z.array(z.object({ hop: z.string(), type: z.string(), key: z.string(), fingerprint: z.string() })),
  signsInBy: z.enum(["own", "password", "key", "client-key"]),
  /** The fingerprint that the host's key has to have, of one that the settings name; null where any key will do, or keys were accepted. */
  expectedKey: z.string().nullable(),
  /** By the setting PASSDECK_HOSTS, which alone can change it. */
  bySettings: z.boolean(),
  /** Unix milliseconds; null of one that the settings name. */
  addedAt: z.number().nullable(),
  addedBy: z.string().nullable(),
});
export type ManagedHostView = z.infer<typeof managedHostViewSchema>;

const there = ["libvirt", "rights", "version", "files"] as const;

/** What a check tries, one after the other. */
export const checkSteps = {
  ssh: ["route", "key", "sign-in", ...there],
  tls: ["route", "certificate", "key", "sign-in", ...there],
} as const satisfies Record<Transport, readonly string[]>;

/** How far a check has come. */
export const checkNewsSchema = z.object({
  step: z.enum(checkSteps.tls),
  /** "asks": somebody has to accept a key before it goes on. "left": this way to the host does not give it. */
  state: z.enum(["runs", "passed", "left", "asks", "failed"]),
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
