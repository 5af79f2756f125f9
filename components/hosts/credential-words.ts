import type { CredentialKind } from "./host-draft";

/** How Passdeck signs in, in words. */
export const credentialWords: Readonly<Record<CredentialKind, string>> = {
  kept: "Keep what it signs in by",
  own: "Passdeck’s own keys and agent",
  password: "Password",
  key: "Private key",
  "client-key": "Client certificate",
};
