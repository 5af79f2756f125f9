import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { newSealingKey, seal, unseal } from "../access/factors/sealed-text";
import { AppError } from "../errors";
import { channelSettingsSchema } from "./channel.schema";

const fileName = "notifications.key";

const sealedSchema = z.object({
  settings: channelSettingsSchema,
  /** "" where there is none. */
  secret: z.string(),
});
/** What is kept of a channel, encrypted. */
export type ChannelSecrets = z.infer<typeof sealedSchema>;

/**
 * The key by which channels' addresses, passwords and tokens are kept. It stands in a file of its own beside the database,
 * readable for Passdeck alone: a copy of the database has none of them.
 */
export class ChannelKey {
  readonly #path: string;
  #key: Buffer | undefined;

  /** @param dataFolder The state folder. */
  constructor(dataFolder: string) {
    this.#path = join(dataFolder, fileName);
  }

  seal(parts: ChannelSecrets, channelId: string): string {
    return seal(this.#own(), JSON.stringify(parts), purposeOf(channelId));
  }

  /** What was sealed for a channel; null where the key is not the one that it was sealed with. */
  unseal(sealed: string, channelId: string): ChannelSecrets | null {
    const text = unseal(this.#own(), sealed, purposeOf(channelId));
    return text === null ? null : sealedSchema.parse(JSON.parse(text));
  }

  #own(): Buffer {
    this.#key ??= readOrMake(this.#path);
    return this.#key;
  }
}

function purposeOf(channelId: string): string {
  return `notification channel ${channelId}`;
}

function readOrMake(path: string): Buffer {
  const made = newSealingKey();
  try {
    writeFileSync(path, made, { mode: 0o600, flag: "wx" });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const read = readFileSync(path);
  if (read.length === made.length) return read;
  throw new AppError("internal", {
    userMessage: `Notifications can't be sent: ${fileName} in Passdeck's state folder is damaged. Restore it from a backup, or delete it and enter the channels anew.`,
  });
}
