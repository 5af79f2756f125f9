import * as z from "zod";

/** Bytes as browsers write them: Base64 for addresses. */
const bytes = (most: number) => z.base64url().max(most);
const credentialId = bytes(1400);

/** A passkey as its owner sees it. */
export const passkeySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The host name that it works at. */
  hostName: z.string(),
  /** Unix milliseconds. */
  createdAt: z.number(),
  /** Unix milliseconds; null before its first use. */
  lastUsedAt: z.number().nullable(),
});

/** What a browser is asked to sign, or to make a passkey with. */
export const passkeyRequestSchema = z.object({
  challenge: z.string(),
  rpId: z.string(),
  /** The user's own at this host name; empty where it is not known who signs in. */
  known: z.array(z.object({ id: z.string(), transports: z.array(z.string()) })),
});
export type PasskeyRequest = z.infer<typeof passkeyRequestSchema>;

/** As {@link passkeyRequestSchema}, for whom a new one is. */
export const newPasskeyRequestSchema = passkeyRequestSchema.extend({
  user: z.object({ handle: z.string(), name: z.string() }),
});
export type NewPasskeyRequest = z.infer<typeof newPasskeyRequestSchema>;

/** What a browser answers with a new passkey: RegistrationResponseJSON of WebAuthn, as far as it is looked at. */
export const madePasskeySchema = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: bytes(4096),
    attestationObject: bytes(32_768),
    transports: z.array(z.string().max(32)).max(10).exactOptional(),
  }),
});
export type MadePasskey = z.infer<typeof madePasskeySchema>;

/** What a browser answers with a passkey's signature: AuthenticationResponseJSON of WebAuthn, as far as it is looked at. */
export const shownPasskeySchema = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: bytes(4096),
    authenticatorData: bytes(4096),
    signature: bytes(4096),
    userHandle: bytes(128).exactOptional(),
  }),
});
export type ShownPasskey = z.infer<typeof shownPasskeySchema>;

/** What a passkey is called by its owner. */
export const passkeyName = z
  .string()
  .trim()
  .min(1, { error: "Give the passkey a name." })
  .max(64, { error: "A passkey's name may have at most 64 characters." });
