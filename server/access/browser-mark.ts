import { createHmac } from "node:crypto";
import { isSameHash, newSecret } from "./secrets";
import type { UserRecord } from "./users";

/**
 * What a browser keeps from the day on which somebody signed in with it, so that wrong tries of strangers never shut it
 * out (OWASP's "device cookies"). It signs nobody in. It is made with the hash of the password: a new password ends all
 * marks, and nothing of them is stored.
 */
export function newBrowserMark(user: UserRecord): string {
  const browser = newSecret();
  return `${browser}.${proof(user, browser)}`;
}

/** What names the browser that `mark` was given to when `user` signed in with it; null where it is none of theirs. */
export function browserOf(mark: string | null, user: UserRecord | null): string | null {
  const [browser, given] = mark?.split(".") ?? [];
  if (browser === undefined || given === undefined || user === null) return null;
  return isSameHash(given, proof(user, browser)) ? browser : null;
}

function proof({ id, passwordHash }: UserRecord, browser: string): string {
  return createHmac("sha256", passwordHash).update(`${id} ${browser}`).digest("base64url");
}
