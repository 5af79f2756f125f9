import { Secret, TOTP } from "otpauth";

/** What every authenticator app knows (RFC 6238): SHA-1, six digits, a new one every 30 seconds. */
const shape = { issuer: "Passdeck", algorithm: "SHA1", digits: 6, period: 30 } as const;

/** Codes of the step before and of the next one are right as well: clocks differ, and people type slowly. */
const driftSteps = 1;

/** 160 random bits (RFC 4226, section 4), in Base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an app reads of a QR code. @param label Which account it is: the user's name. */
export function totpAddress(secret: string, label: string): string {
  return appOf(secret, label).toString();
}

/** The step of 30 seconds since 1970 that `code` is right in; null where it is wrong. @param at Unix milliseconds. */
export function stepOfCode(secret: string, code: string, at: number): number | null {
  const app = appOf(secret);
  const drift = app.validate({ token: code, timestamp: at, window: driftSteps });
  return drift === null ? null : app.counter({ timestamp: at }) + drift;
}

function appOf(secret: string, label = ""): TOTP {
  return new TOTP({ ...shape, label, secret: Secret.fromBase32(secret) });
}
