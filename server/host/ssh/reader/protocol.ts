import type { Readable } from "node:stream";
import { getSystemErrorName } from "node:util";
import { plainText } from "../../plain-text";
import { ByteSource, NoAnswer } from "./byte-source";

/**
 * What readers are asked and answer, by lines. A request is a letter, a space and an absolute path:
 *
 * | letter | asks for                                     | letter | asks for                                      |
 * | ------ | -------------------------------------------- | ------ | --------------------------------------------- |
 * | `t`    | a plain file's text                          | `p`    | whether something stands there                |
 * | `b`    | a plain file's bytes                         | `n`    | a device's numbers, "char/226:1"              |
 * | `l`    | a link's target                              | `o`    | whether a device opens to be read and written |
 * | `f`    | names in a folder, with slashes between them |        |                                               |
 *
 * A line `.` ends a batch. Each request is answered by a line: `= LENGTH`, where a value of so many bytes follows and a
 * line feed; `x`, where hexadecimal digits follow, and `.NUMBER`, which is 0 unless reading failed then; or `! NUMBER`, the
 * system's number of an error. At the end of the batch stands `.`. Before all, the reader says {@link greeting}.
 */
export type RequestKind = "t" | "b" | "l" | "f" | "p" | "n" | "o";

export interface ReadRequest {
  kind: RequestKind;
  /** Absolute. */
  path: string;
}

/** What was found, or the system's code of the error ("EACCES"). */
export type ReadAnswer = { value: Buffer; code: null } | { value: null; code: string };

/** A reader's first line; what a user's shell prints on the way may stand before it, even in the same line. */
const greeting = /passdeck-reader-1 (perl|python3|sh)$/;

/** @param requests Their paths have neither line feeds nor zero bytes. */
export function batchText(requests: readonly ReadRequest[]): string {
  return [...requests.map(({ kind, path }) => `${kind} ${path}`), ".", ""].join("\n");
}

/** Understands what a reader says. */
export class Answers {
  readonly #source: ByteSource;

  constructor(stream: Readable) {
    this.#source = new ByteSource(stream);
  }

  /** Waits until the reader has begun; what it is. */
  async begin(): Promise<string> {
    for (;;) {
      const found = greeting.exec(await this.#source.line());
      if (found?.[1] !== undefined) return found[1];
    }
  }

  /**
   * The answers of one batch.
   * @param heard Called after each, with how many there are by now.
   * @throws NoAnswer where it says something else; Error where the stream ends before.
   */
  async batch(count: number, heard: (count: number) => void): Promise<ReadAnswer[]> {
    const answers: ReadAnswer[] = [];
    while (answers.length < count) {
      answers.push(await this.#answer());
      heard(answers.length);
    }
    if ((await this.#source.line()) !== ".") throw new NoAnswer("more was answered than asked");
    return answers;
  }

  async #answer(): Promise<ReadAnswer> {
    const line = await this.#source.line();
    if (line === "x") return this.#digits();
    const [, sign, digits] = /^([=!]) (\d{1,9})$/.exec(line) ?? [];
    const number = Number(digits);
    if (sign === "!") return failed(number);
    if (sign !== "=") throw new NoAnswer(`“${plainText(line)}” is no answer`);
    const value = await this.#source.bytes(number);
    await this.#source.bytes(1);
    return { value, code: null };
  }

  /** As od(1) writes bytes, with spaces and line feeds between. */
  async #digits(): Promise<ReadAnswer> {
    const digits = await this.#source.upTo(".");
    const number = Number((await this.#source.line()).slice(1));
    if (number !== 0) return failed(number);
    return { value: bytesOf(digits), code: null };
  }
}

/** Millions of digits: to have a pattern find the spaces between them takes half a minute. */
function bytesOf(digits: Buffer): Buffer {
  let length = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.readUInt8(at);
    if (digit > 0x20) length = digits.writeUInt8(digit, length);
  }
  return Buffer.from(digits.toString("latin1", 0, length), "hex");
}

function failed(number: number): ReadAnswer {
  if (!(number > 0)) throw new NoAnswer("a failure has no number");
  return { value: null, code: getSystemErrorName(-number) };
}
