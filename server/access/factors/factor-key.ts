import { join } from "node:path";
import { AppError } from "../../errors";
import { readOrMakeKey } from "./key-file";
import { seal, unseal } from "./sealed-text";

const fileName = "factors.key";

/**
 * The key by which the secrets of authenticator apps are kept. It stands in a file of its own beside the database, readable
 * for Passdeck alone: a copy of the database, in a backup or a report, has none of them. Who reads the whole state folder
 * has both.
 */
export class FactorKey {
  readonly #path: string;
  #key: Buffer | undefined;

  /** @param dataFolder The state folder. */
  constructor(dataFolder: string) {
    this.#path = join(dataFolder, fileName);
  }

  /** Encrypts the secret of a user's app. */
  seal(secret: string, userId: string): string {
    return seal(this.#own(), secret, `totp ${userId}`);
  }

  /** @throws AppError "internal" where the key is not the one that it was sealed with. */
  unseal(sealed: string, userId: string): string {
    const secret = unseal(this.#own(), sealed, `totp ${userId}`);
    if (secret !== null) return secret;
    throw new AppError("internal", {
      userMessage: `Codes can't be checked: ${fileName} in Passdeck's state folder is not the file that it was. Use a recovery code, or have an administrator reset your account.`,
    });
  }

  #own(): Buffer {
    this.#key ??= readOrMakeKey(this.#path) ?? undefined;
    if (this.#key !== undefined) return this.#key;
    throw new AppError("internal", {
      userMessage: `Codes can't be checked: ${fileName} in Passdeck's state folder is damaged. Restore it from a backup, or use a recovery code.`,
    });
  }
}
