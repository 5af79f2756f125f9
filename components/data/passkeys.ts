"use client";

import { useSyncExternalStore } from "react";
import type {
  MadePasskey,
  NewPasskeyRequest,
  PasskeyRequest,
  ShownPasskey,
} from "@/server/access/factors/passkey.schema";

/** ES256, EdDSA and RS256: what authenticators have. */
const algorithms = [-7, -8, -257];
const timeout = 4 * 60_000;

/** Why this page can use no passkeys, a sentence; null where it can, undefined until that is known. */
export function useWhyNoPasskeys(): string | null | undefined {
  return useSyncExternalStore(neverChanges, whyNoPasskeys, () => undefined);
}

/** Has the browser sign with one of its passkeys. @throws Error in words for people. */
export async function showPasskey({ challenge, rpId, known }: PasskeyRequest): Promise<ShownPasskey> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const allowCredentials = known.map(descriptor);
  return startAuthentication({
    optionsJSON: { challenge, rpId, allowCredentials, userVerification: "required", timeout },
  }).catch(inWords);
}

/** Has the browser make a passkey. @throws Error in words for people. */
export async function makePasskey({
  challenge,
  rpId,
  known,
  user: { handle, name },
}: NewPasskeyRequest): Promise<MadePasskey> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  return startRegistration({
    optionsJSON: {
      challenge,
      rp: { id: rpId, name: "Passdeck" },
      user: { id: handle, name, displayName: name },
      pubKeyCredParams: algorithms.map((alg) => ({ alg, type: "public-key" })),
      excludeCredentials: known.map(descriptor),
      // Found by the browser without a user name, and unlocked by its owner: it may stand for name and password.
      authenticatorSelection: {
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
      attestation: "none",
      timeout,
    },
  }).catch(inWords);
}

function whyNoPasskeys(): string | null {
  if (!window.isSecureContext) return "Browsers use passkeys only over HTTPS.";
  if (/^[\d.]+$|^\[/.test(window.location.hostname))
    return "Browsers use passkeys only at a host name, not at an IP address. Open Passdeck by a name to use them.";
  return "PublicKeyCredential" in window ? null : "This browser knows no passkeys.";
}

function neverChanges(): () => void {
  return () => undefined;
}

function descriptor({ id, transports }: PasskeyRequest["known"][number]) {
  return { id, transports, type: "public-key" as const };
}

function inWords(error: unknown): never {
  if (error instanceof Error && error.name === "InvalidStateError")
    throw new Error("This device has a passkey of yours for this Passdeck already.");
  throw new Error(
    "The browser used no passkey: it was cancelled, took too long, or the browser does not trust this server’s certificate.",
  );
}
