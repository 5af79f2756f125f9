import { events } from "../protocol/events.gen";
import { procedures } from "../protocol/procedures.gen";
import { XdrError } from "../wire/xdr-error";
import type { XdrReader } from "../wire/xdr-reader";
import { GeneratingReader } from "./generating-reader";

/** A message of the daemon's and what it says. */
export interface MadeUpMessage {
  name: string;
  read(reader: XdrReader): unknown;
  bytes: Buffer;
  value: unknown;
}

/** Everything that a daemon sends: results and events by name. */
export const messageTypes: readonly { name: string; read(reader: XdrReader): unknown }[] = [
  ...Object.entries(procedures),
  ...Object.entries(events),
].map(([name, { read }]) => ({ name, read }));

/** Makes up a valid message of the type `index`. */
export function makeUpMessage(index: number, seed: number): MadeUpMessage {
  const type = messageTypes[index % messageTypes.length];
  if (type === undefined) throw new Error("no message types");
  for (let attempt = 0; ; attempt += 1) {
    const reader = new GeneratingReader(seed + attempt);
    try {
      const value = type.read(reader);
      return { ...type, value, bytes: reader.encoded() };
    } catch (error) {
      // The number made up for a union names none of its cases: another one may.
      if (!(error instanceof XdrError)) throw error;
    }
  }
}
