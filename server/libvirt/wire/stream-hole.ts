import type { Frame } from "./frame";
import { XdrReader } from "./xdr-reader";

/** A part of a sparse stream that is all zeros, and is not sent. */
export interface Hole {
  /** Bytes. */
  hole: number;
}

/** `struct virNetStreamHole` of libvirt's `virnetprotocol.x`: its length, and flags of which there are none. */
export function readStreamHole({ bytes, start, end }: Frame): Hole {
  const reader = new XdrReader(bytes, start, end);
  const length = reader.hyper();
  reader.unsignedInt();
  reader.end();
  return { hole: Number(length) };
}

/** As {@link readStreamHole} reads it. */
export function streamHoleBytes({ hole }: Hole): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigInt64BE(BigInt(hole));
  return bytes;
}
