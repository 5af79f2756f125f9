import { isIP } from "node:net";
import { AppError } from "../../errors";

/** Where a page stands that uses a passkey. */
export interface PageAddress {
  /** "https://passdeck.lan:8006" */
  origin: string;
  /** What passkeys are bound to (WebAuthn's RP ID): the host name alone. */
  rpId: string;
}

/**
 * Where passkeys of a page belong. That its name is one of this server's is looked at before any request is answered.
 * @param origin The page's origin; null of who is no page.
 * @throws AppError "not-supported" at an address that browsers use no passkeys at.
 */
export function pageAddressOf(origin: string | null): PageAddress {
  const url = origin !== null && URL.canParse(origin) ? new URL(origin) : null;
  const rpId = url?.hostname.replace(/^\[|\]$/g, "") ?? "";
  if (url !== null && rpId !== "" && isIP(rpId) === 0) return { origin: url.origin, rpId };
  throw new AppError("not-supported", {
    userMessage:
      "Browsers use passkeys only at a host name, not at an IP address. Open Passdeck by a name, such as this machine's own.",
  });
}
