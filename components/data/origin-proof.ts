import { proofHeader } from "@/server/access/origin-proof.schema";

/**
 * What this page shows the server beside the session's cookie, which browsers send to other ports of the host as well. It is
 * kept by origin: pages of other ports don't see it, other tabs and later visits do.
 */
export const originProofKey = "passdeck-proof";

/** Keeps what a sign-in answered. */
export function keepOriginProof({ originProof: proof }: { originProof: string }): void {
  localStorage.setItem(originProofKey, proof);
}

/** null where nobody signed in by a page of this origin. */
export function originProof(): string | null {
  return localStorage.getItem(originProofKey);
}

/** What goes with every call. */
export function proofHeaders(): Record<string, string> {
  const proof = originProof();
  return proof === null ? {} : { [proofHeader]: proof };
}
