import { Transform } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import type { Hole } from "../../libvirt/wire/stream-hole";

/**
 * Lets the pieces of a sparse stream through no faster than a limit, and counts them. Holes cost nothing.
 * @param bytesPerSecond null: as fast as they come.
 * @param count Is told how many bytes of the file are through, holes among them.
 */
export function paced(
  bytesPerSecond: number | null,
  count: (bytes: number) => void,
  signal: AbortSignal,
): Transform {
  const began = performance.now();
  let sent = 0;
  let through = 0;
  const wait = async () => {
    if (bytesPerSecond === null) return;
    const ahead = (sent / bytesPerSecond) * 1000 - (performance.now() - began);
    if (ahead > 0) await delay(ahead, undefined, { signal });
  };
  return new Transform({
    objectMode: true,
    highWaterMark: 1,
    transform(piece: Buffer | Hole, _encoding, done) {
      const isHole = "hole" in piece;
      sent += isHole ? 0 : piece.length;
      through += isHole ? piece.hole : piece.length;
      count(through);
      wait().then(() => done(null, piece), done);
    },
  });
}
