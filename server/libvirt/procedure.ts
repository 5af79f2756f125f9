import type { XdrReader } from "./wire/xdr-reader";
import type { XdrWriter } from "./wire/xdr-writer";

/** A message that the daemon sends: where it belongs and how it is read. */
export interface MessageType<Message> {
  program: number;
  number: number;
  read(reader: XdrReader): Message;
}

/** A procedure of the daemon: its number, and how its arguments are written and its result is read. */
export interface Procedure<Arguments, Result> extends MessageType<Result> {
  write(writer: XdrWriter, args: Arguments): void;
}

export function writeNothing(): void {}

export function readNothing(): undefined {
  return undefined;
}
