import type { NewSession } from "../access/session";

/**
 * The cookie's name. Browsers take a `__Host-` cookie only over TLS, for all paths and this very host, so nobody else
 * can plant one.
 */
function nameFor(secure: boolean): string {
  return secure ? "__Host-passdeck" : "passdeck";
}

/** The session's secret in a Cookie header; null where it has none. */
export function readSessionCookie(header: string | undefined, secure: boolean): string | null {
  const start = `${nameFor(secure)}=`;
  const pair = header
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(start));
  const value = pair?.slice(start.length);
  return value && /^[\w-]{43}$/.test(value) ? value : null;
}

/** The Set-Cookie header that has a browser keep `session`, or forget its own with null. */
export function sessionCookie(session: NewSession | null, secure: boolean, now = Date.now()): string {
  const seconds = session ? Math.max(0, Math.floor((session.expiresAt - now) / 1000)) : 0;
  const attributes = [
    "Path=/",
    "HttpOnly",
    "SameSite=Strict",
    `Max-Age=${seconds}`,
    ...(secure ? ["Secure"] : []),
  ];
  return [`${nameFor(secure)}=${session?.secret ?? ""}`, ...attributes].join("; ");
}
