import { type Duplex, duplexPair } from "node:stream";
import { readExactly } from "../read-exactly";

/** A guest's screen: a VNC server that keeps what it is told and shows what it is told to. */
export class FakeScreen {
  /** All bytes that came after the sign-in, of every viewer. */
  heard: Buffer = Buffer.alloc(0);
  readonly viewers: Duplex[] = [];

  /** A further viewer's connection, let in already. */
  readonly open = async (): Promise<Duplex> => {
    const [server, viewer] = duplexPair();
    server.on("data", (bytes: Buffer) => {
      this.heard = Buffer.concat([this.heard, bytes]);
    });
    server.on("close", () => viewer.destroy());
    viewer.on("close", () => server.destroy());
    this.viewers.push(server);
    return viewer;
  };
}

/** Plays a VNC server's part of the sign-in, by a script of what it sends and how many bytes it waits for. */
export async function playServer(server: Duplex, script: readonly (Buffer | number)[]): Promise<Buffer[]> {
  const heard: Buffer[] = [];
  for (const step of script) {
    if (typeof step === "number") heard.push(await readExactly(server, step));
    else server.write(step);
  }
  return heard;
}
