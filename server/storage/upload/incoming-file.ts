import { createHash, type Hash } from "node:crypto";
import { AppError } from "../../errors";
import { algorithmOf, checksumWord } from "../checksum.schema";
import { headBytes, imageProblem } from "./image-head";

/** What has come of a file. */
interface Received {
  bytes: number;
  hash: Hash;
  /** Its beginning, up to `headBytes`. */
  head: Buffer;
}

/** A file on its way into a volume: how much of it came, its checksum, and whether it is one that may be kept. */
export class IncomingFile {
  #received: Received;

  readonly #name: string;
  readonly #wanted: { expected: string | null } | null;

  /**
   * @param name For people.
   * @param wanted null where nobody asks for its checksum: of a fast upload it is most of the work. Else what it has to
   * be, as `checksumSchema` has it; null where its SHA-256 is only to be told.
   */
  constructor(
    name: string,
    readonly sizeBytes: number,
    wanted: { expected: string | null } | null,
  ) {
    this.#name = name;
    this.#wanted = wanted;
    const hash = createHash(algorithmOf(wanted?.expected ?? ""));
    this.#received = { bytes: 0, hash, head: Buffer.alloc(0) };
  }

  /** Bytes that were taken in. */
  get received(): number {
    return this.#received.bytes;
  }

  get complete(): boolean {
    return this.#received.bytes === this.sizeBytes;
  }

  /** Takes the next bytes in. An AppError "bad-input" where they show that the file is not to be kept. */
  take(piece: Buffer): void {
    const { bytes, hash, head } = this.#received;
    if (bytes + piece.length > this.sizeBytes) {
      throw this.#refusal(`it has more than the announced ${this.sizeBytes} bytes`);
    }
    this.#received.bytes += piece.length;
    if (this.#wanted !== null) hash.update(piece);
    if (head.length < headBytes) this.#lookAtHead(piece);
  }

  /** Remembers how far it is; the answer goes back there, for when what came since could not be stored. */
  mark(): () => void {
    const { bytes, hash, head } = this.#received;
    const kept = hash.copy();
    return () => {
      this.#received = { bytes, hash: kept.copy(), head };
    };
  }

  /** Somebody asked for the checksum. */
  get counted(): boolean {
    return this.#wanted !== null;
  }

  /** The checksum of what came so far, in hexadecimal, where it is counted. */
  checksum(): string {
    return this.#received.hash.copy().digest("hex");
  }

  /** Of a complete file: an AppError "bad-input" where it is not the one that was meant. */
  refuseOther(): void {
    const checksum = this.checksum();
    const expected = this.#wanted?.expected ?? null;
    if (expected === null || checksum === expected) return;
    throw this.#refusal(
      `its ${checksumWord(checksum)} is ${checksum}, not ${expected}. It was damaged in transit, or is another file`,
    );
  }

  #lookAtHead(piece: Buffer): void {
    const { head } = this.#received;
    this.#received.head = Buffer.concat([head, piece.subarray(0, headBytes - head.length)]);
    const whole = this.#received.head.length === Math.min(headBytes, this.sizeBytes);
    const problem = imageProblem(this.#received.head, whole);
    if (problem !== null)
      throw this.#refusal(`${problem}. Convert it first, with “qemu-img convert -O qcow2”`);
  }

  #refusal(why: string): AppError {
    return new AppError("bad-input", { userMessage: `${this.#name} was not kept: ${why}.` });
  }
}
