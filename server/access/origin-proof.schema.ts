/** The header that a page's proof comes in. */
export const proofHeader = "passdeck-proof";

/** The protocol of the API's socket. Browsers give a socket no headers, so the proof comes as a second protocol. */
export const socketProtocol = "passdeck";
const proofPrefix = "proof.";

/** What a page offers for its socket. */
export function socketProtocols(proof: string | null): string[] {
  return proof === null ? [socketProtocol] : [socketProtocol, `${proofPrefix}${proof}`];
}

/** The proof among a socket's protocols, as the header has them; null where there is none. */
export function proofOfProtocols(header: string | undefined): string | null {
  const offered = header?.split(",").map((one) => one.trim()) ?? [];
  return offered.find((one) => one.startsWith(proofPrefix))?.slice(proofPrefix.length) ?? null;
}
