import { Duplex } from "node:stream";
import { FrameCutter } from "./frame-cutter";

/**
 * A TLS stream that never has bytes of two frames in one TLS record. libvirtd waits for its socket and does not ask GnuTLS what
 * that has decrypted already: the second frame of a record would be read when the next bytes come, if any do.
 * @param socket Something writes into it what it was given in one turn as one record, so each piece waits until the one before was taken.
 */
export function oneFrameARecord(socket: Duplex): Duplex {
  const cutter = new FrameCutter();
  const write = (pieces: Iterator<Buffer>, done: (error?: Error | null) => void): void => {
    const { done: isLast, value: piece } = pieces.next();
    if (isLast) done();
    else socket.write(piece, (error) => (error ? done(error) : write(pieces, done)));
  };
  const stream = new Duplex({
    read: () => void socket.resume(),
    write: (chunk: Buffer, _encoding, done) => write(cutter.cut(chunk).values(), done),
    final: (done) => void socket.end(done),
    destroy: (error, done) => {
      socket.destroy();
      done(error);
    },
  });
  socket.on("data", (bytes: Buffer) => {
    if (!stream.push(bytes)) socket.pause();
  });
  socket.on("end", () => stream.push(null));
  socket.on("error", (error) => stream.destroy(error));
  socket.on("close", () => stream.destroy());
  return stream;
}
