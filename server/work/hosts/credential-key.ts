import { join } from "node:path";
import type * as z from "zod";
import { readOrMakeKey } from "../../access/factors/key-file";
import { seal, unseal } from "../../access/factors/sealed-text";
import { AppError } from "../../errors";
import { hostCredentialSchema } from "./host-request.schema";

const fileName = "hosts.key";

export type HostCredential = z.infer<typeof hostCredentialSchema>;

/**
 * The key by which hosts' passwords and private keys are kept. It stands in a file of its own beside the database, readable for
 * Passdeck alone: a copy of the database has none of them.
 */
export class CredentialKey {
  readonly #path: string;
  #key: Buffer | undefined;

  /** @param dataFolder The state folder. */
  constructor(dataFolder: string) {
    this.#path = join(dataFolder, fileName);
  }

  seal(credential: HostCredential, hostId: string): string {
    return seal(this.#own(), JSON.stringify(credential), purposeOf(hostId));
  }

  /** @throws AppError "internal" where the key is not the one that it was sealed with. */
  unseal(sealed: string, hostId: string): HostCredential {
    const text = unseal(this.#own(), sealed, purposeOf(hostId));
    if (text !== null) return hostCredentialSchema.parse(JSON.parse(text));
    throw unusable(
      `is not the file that it was. Restore it from a backup, or give the credential of ${hostId} anew`,
    );
  }

  #own(): Buffer {
    this.#key ??= readOrMakeKey(this.#path) ?? undefined;
    if (this.#key !== undefined) return this.#key;
    throw unusable("is damaged. Restore it from a backup, or delete it and give each host’s credential anew");
  }
}

function purposeOf(hostId: string): string {
  return `credential of host ${hostId}`;
}

function unusable(why: string): AppError {
  return new AppError("internal", {
    userMessage: `Hosts can’t be signed in to: ${fileName} in Passdeck’s state folder ${why}.`,
  });
}
