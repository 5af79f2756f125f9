import { hash, type Options, verify } from "@node-rs/argon2";
import { newSecret } from "./secrets";

/**
 * Argon2id (the library's default kind), 19 MiB, two passes, one lane: OWASP's Password Storage Cheat Sheet.
 */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What begins with it is no hash: no password is right (as in /etc/shadow). */
export const noPasswordMark = "!";

/**
 * What stands in place of a hash for who has yet to choose a password. Its end can't be guessed, as a browser's mark and a
 * page's proof are made with it.
 */
export function noPassword(): string {
  return `${noPasswordMark}${newSecret()}`;
}

export function hasPassword({ passwordHash }: { passwordHash: string }): boolean {
  return !passwordHash.startsWith(noPasswordMark);
}

/** Hashes passwords and checks them. */
export class Passwords {
  /** Stands in for the hash of a user that does not exist. */
  readonly #decoy = hash(newSecret(), cost);

  hash(password: string): Promise<string> {
    return hash(password.normalize("NFKC"), cost);
  }

  /**
   * Whether `password` is the one behind `known`. With null, for a user that does not exist or has no password, the answer
   * is false after the same work, so that nobody learns from the time which users there are.
   */
  async verify(known: string | null, password: string): Promise<boolean> {
    const isRight = await verify(known ?? (await this.#decoy), password.normalize("NFKC"));
    return isRight && known !== null;
  }
}
