import { once } from "node:events";
import { Connection } from "@/server/libvirt/connection";
import { domainConsoleFlags } from "@/server/libvirt/protocol/constants.gen";
import type { LibvirtStream } from "@/server/libvirt/stream";
import { parseLibvirtUri } from "@/server/libvirt/uri";
import type { SerialLine } from "./serial-line";

/** A guest's console by nothing but a libvirt stream. */
export class LibvirtLine implements SerialLine {
  readonly #connection: Connection;
  readonly #stream: LibvirtStream;

  private constructor(connection: Connection, stream: LibvirtStream) {
    this.#connection = connection;
    this.#stream = stream;
  }

  static async open(uri: string, domain: string): Promise<LibvirtLine> {
    const target = parseLibvirtUri(uri);
    const connection = await Connection.open(target.dialer, target.uri);
    const { dom } = await connection.call("domain_lookup_by_name", { name: domain });
    const stream = await connection.openStream("domain_open_console", {
      dom,
      dev_name: null,
      // From whoever holds it.
      flags: domainConsoleFlags.FORCE,
    });
    return new LibvirtLine(connection, stream.resume());
  }

  send(input: string): void {
    this.#stream.write(input);
  }

  onOutput(listener: (output: string) => void): () => void {
    const onData = (data: Buffer) => listener(data.toString("latin1"));
    this.#stream.on("data", onData);
    return () => this.#stream.off("data", onData);
  }

  async close(): Promise<void> {
    this.#stream.destroy();
    if (!this.#stream.closed) await once(this.#stream, "close");
    await this.#connection.close();
  }
}
