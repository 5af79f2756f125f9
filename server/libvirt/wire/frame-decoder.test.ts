import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Frame, headerLength, maximumFrameLength } from "./frame";
import { FrameDecoder } from "./frame-decoder";
import { FrameWriter } from "./frame-writer";
import { XdrError } from "./xdr-error";

interface Sent {
  serial: number;
  payload: Uint8Array;
}

const sent: fc.Arbitrary<Sent> = fc.record({
  serial: fc.nat(),
  payload: fc.uint8Array({ maxLength: 100 }).map((bytes) => bytes.subarray(0, bytes.length & ~3)),
});

function encode(frames: readonly Sent[]): Buffer {
  const writer = new FrameWriter();
  for (const { serial, payload } of frames) {
    const header = { program: 0x20008086, procedure: 1, type: 1, serial, status: 0 };
    writer.add(header, (xdr) => xdr.fixedOpaque(payload, payload.length));
  }
  return writer.take() ?? Buffer.alloc(0);
}

function decodeAll(decoder: FrameDecoder, piece: Buffer): Frame[] {
  const frames: Frame[] = [];
  decoder.push(piece);
  for (let frame = decoder.next(); frame !== null; frame = decoder.next()) frames.push(frame);
  return frames;
}

/** `bytes` in pieces as a socket may give them. */
function cutUp(bytes: Buffer, lengths: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  let start = 0;
  for (const length of lengths) {
    pieces.push(bytes.subarray(start, start + length));
    start += length;
  }
  return [...pieces, bytes.subarray(start)].filter((piece) => piece.length > 0);
}

describe("FrameDecoder", () => {
  test("gives the same frames however they are cut up on the way", () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 });
    fc.assert(
      fc.property(fc.array(sent, { maxLength: 12 }), lengths, (frames, cuts) => {
        const decoder = new FrameDecoder();
        const decoded = cutUp(encode(frames), cuts).flatMap((piece) => decodeAll(decoder, piece));
        expect(
          decoded.map(({ serial, bytes, start, end }) => ({
            serial,
            payload: new Uint8Array(bytes.subarray(start, end)),
          })),
        ).toEqual(frames.map(({ serial, payload }) => ({ serial, payload: new Uint8Array(payload) })));
      }),
      { numRuns: 2_000 },
    );
  });

  test("gives nothing of a frame that is not all there", () => {
    const bytes = encode([{ serial: 1, payload: new Uint8Array(8) }]);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(decodeAll(new FrameDecoder(), bytes.subarray(0, length))).toEqual([]);
    }
  });

  test.each([0, 4, headerLength - 1, maximumFrameLength + 1, 0xffff_ffff])(
    "refuses the length %i at once",
    (length) => {
      const word = Buffer.alloc(4);
      word.writeUInt32BE(length);
      expect(() => decodeAll(new FrameDecoder(), word)).toThrow(XdrError);
    },
  );

  test("refuses another version of the protocol", () => {
    const bytes = encode([{ serial: 1, payload: new Uint8Array(0) }]);
    bytes.writeUInt32BE(2, 8);
    expect(() => decodeAll(new FrameDecoder(), bytes)).toThrow("version");
  });

  test("answers 50,000 pieces of noise with frames or an XdrError", () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 64 }),
      // Noise rarely begins with a length that libvirt may send.
      fc
        .tuple(fc.integer({ min: 28, max: 60 }), fc.uint8Array({ minLength: 60, maxLength: 64 }))
        .map(([length, bytes]) => {
          Buffer.from(bytes.buffer).writeUInt32BE(length);
          return bytes;
        }),
    );
    fc.assert(
      fc.property(noise, (bytes) => {
        try {
          decodeAll(new FrameDecoder(), Buffer.from(bytes));
        } catch (error) {
          return error instanceof XdrError;
        }
        return true;
      }),
      { numRuns: 50_000 },
    );
  });
});
