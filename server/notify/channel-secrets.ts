import { join } from "node:path";
import * as z from "zod";
import { readOrMakeKey } from "../access/factors/key-file";
import { seal, unseal } from "../access/factors/sealed-text";
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
    this.#key ??= readOrMakeKey(this.#path) ?? undefined;
    if (this.#key !== undefined) return this.#key;
    throw new AppError("internal", {
      userMessage: `Notifications can't be sent: ${fileName} in Passdeck's state folder is damaged. Restore it from a backup, or delete it and enter the channels anew.`,
    });
  }
}

function purposeOf(channelId: string): string {
  return `notification channel ${channelId}`;
}
