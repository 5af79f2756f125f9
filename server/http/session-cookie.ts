import type { NewSession } from "../access/session";

/** What a browser keeps for us: the session's secret, and what it is known by at the next sign-in. */
export interface Cookies {
  session: string | null;
  browserMark: string | null;
}

/** A browser forgets what it was known by after this time without a sign-in: as long as browsers keep a cookie at all. */
const browserMarkSeconds = 400 * 24 * 3600;

/**
 * The cookies' names. Browsers take a `__Host-` cookie only over TLS, for all paths and this very host, so nobody else
 * can plant one.
 */
function nameFor(cookie: keyof Cookies, secure: boolean): string {
  const name = cookie === "session" ? "passdeck" : "passdeck-browser";
  return secure ? `__Host-${name}` : name;
}

/** What a Cookie header has of ours. */
export function readCookies(header: string | undefined, secure: boolean): Cookies {
  const pairs = header?.split(";").map((part) => part.trim()) ?? [];
  const read = (cookie: keyof Cookies, form: RegExp) => {
    const start = `${nameFor(cookie, secure)}=`;
    const value = pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
    return value && form.test(value) ? value : null;
  };
  return {
    session: read("session", /^[\w-]{43}$/),
    browserMark: read("browserMark", /^[\w-]{43}\.[\w-]{43}$/),
  };
}

/**
 * The Set-Cookie headers that have a browser keep `session`, or forget its own with null. What it is known by stays with
 * it after the sign-out.
 */
export function sessionCookies(session: NewSession | null, secure: boolean, now = Date.now()): string[] {
  if (session === null) return [cookie("session", "", 0, secure)];
  const seconds = Math.max(0, Math.floor((session.expiresAt - now) / 1000));
  return [cookie("session", session.secret, seconds, secure), browserMarkCookie(session.browserMark, secure)];
}

/** The Set-Cookie header of what a browser is known by. */
export function browserMarkCookie(mark: string, secure: boolean): string {
  return cookie("browserMark", mark, browserMarkSeconds, secure);
}

function cookie(name: keyof Cookies, value: string, seconds: number, secure: boolean): string {
  const attributes = ["Path=/", "HttpOnly", "SameSite=Strict", `Max-Age=${seconds}`];
  return [`${nameFor(name, secure)}=${value}`, ...attributes, ...(secure ? ["Secure"] : [])].join("; ");
}
