/** The header that a page's proof comes in. */
export const proofHeader = "passdeck-proof";

/** The protocol of the API's socket. Browsers give a socket no headers, so the proof comes as a second protocol. */
export const socketProtocol = "passdeck";
const proofPrefix = "proof.";
const ticketPrefix = "ticket.";

/** What a page offers for its socket. */
export function socketProtocols(proof: string | null): string[] {
  return proof === null ? [socketProtocol] : [socketProtocol, `${proofPrefix}${proof}`];
}

/** What a guest's page offers for its socket: the ticket that opens a console, in place of a session. */
export function guestProtocols(ticket: string): string[] {
  return [socketProtocol, `${ticketPrefix}${ticket}`];
}

/** The proof among a socket's protocols, as the header has them; null where there is none. */
export function proofOfProtocols(header: string | undefined): string | null {
  return among(header, proofPrefix);
}

/** The ticket among a socket's protocols, as the header has them; null where there is none. */
export function ticketOfProtocols(header: string | undefined): string | null {
  return among(header, ticketPrefix);
}

function among(header: string | undefined, prefix: string): string | null {
  const offered = header?.split(",").map((one) => one.trim()) ?? [];
  return offered.find((one) => one.startsWith(prefix))?.slice(prefix.length) ?? null;
}
