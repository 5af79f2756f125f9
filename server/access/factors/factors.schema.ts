import * as z from "zod";
import { passkeySchema } from "./passkey.schema";

/** How the second step of a sign-in is taken: by an authenticator app's code, a passkey, or a recovery code. */
export const secondSteps = ["totp", "passkey", "recovery"] as const;
export type SecondStep = (typeof secondSteps)[number];

/** A right password that is not enough: what the page shows again with the second step. */
export const secondStepSchema = z.object({
  pending: z.string(),
  steps: z.array(z.enum(secondSteps)),
});
export type SecondStepNeeded = z.infer<typeof secondStepSchema>;

/** A code as it is typed: an app's, or a recovery code. */
export const typedCode = z.string().max(100);

/** What is handed back, as it was told. */
export const handedBack = z.string().max(4096);

/** What somebody has beside their password. */
export const factorsSchema = z.object({
  /** Unix milliseconds since when there is an authenticator app; null without one. */
  totpSince: z.number().nullable(),
  /** The oldest first. */
  passkeys: z.array(passkeySchema),
  /** How many recovery codes are left. */
  recoveryCodes: z.number(),
});
export type Factors = z.infer<typeof factorsSchema>;

/** An authenticator app that is being set up. It is shown this once. */
export const totpSetUpSchema = z.object({
  /** Base32, to be typed into the app. */
  secret: z.string(),
  /** "otpauth://…", for the QR code. */
  address: z.string(),
  /** Handed back with the app's first code. */
  setUp: z.string(),
});
export type TotpSetUp = z.infer<typeof totpSetUpSchema>;

/** Recovery codes, told once; null where those from before go on. */
export const newCodesSchema = z.object({ recoveryCodes: z.array(z.string()).nullable() });
