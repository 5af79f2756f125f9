import { hash, type Options, verify } from "@node-rs/argon2";
import { newSecret } from "./secrets";

/**
 * Argon2id (the library's default kind), 19 MiB, two passes, one lane: OWASP's Password Storage Cheat Sheet.
 */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes passwords and checks them. */
export class Passwords {
  /** Stands in for the hash of a user that does not exist. */
  readonly #decoy = hash(newSecret(), cost);

  hash(password: string): Promise<string> {
    return hash(password.normalize("NFKC"), cost);
  }

  /**
   * Whether `password` is the one behind `known`. With null, for a user that does not exist, the answer is false after
   * the same work, so that nobody learns from the time which users there are.
   */
  async verify(known: string | null, password: string): Promise<boolean> {
    const isRight = await verify(known ?? (await this.#decoy), password.normalize("NFKC"));
    return isRight && known !== null;
  }
}
