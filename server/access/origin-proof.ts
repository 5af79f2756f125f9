import { createHmac } from "node:crypto";

/**
 * What a page shows beside its cookie. Browsers send a cookie to every port of a host, so whoever may serve pages there on
 * another one is sent it as well; this is kept by the page's origin, which has the port in it, and given out once, in the
 * answer to a sign-in. It is made with the hash of the password, so that nothing of it is stored, and the cookie's secret
 * does not lead to it.
 */
export function originProof(sessionId: string, passwordHash: string): string {
  return createHmac("sha256", passwordHash).update(`origin ${sessionId}`).digest("base64url");
}
