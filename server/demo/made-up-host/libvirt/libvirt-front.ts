import type { Duplex } from "node:stream";
import { ConnectionPool } from "../../../host/libvirt/connection-pool";
import type { HostLibvirt } from "../../../host/libvirt/host-libvirt";
import { watchForRedial } from "../../../host/libvirt/redial";
import { Connection } from "../../../libvirt/connection";
import type { Dialer } from "../../../libvirt/dial/dialer";
import { ConnectionError } from "../../../libvirt/errors";
import { type FrontActs, FrontLine } from "./front-line";

/** The libvirt of the made-up host: the test driver's, behind what is answered in front of it, and away while the host restarts. */
export class LibvirtFront implements Dialer {
  readonly description = "the demo host's libvirt";
  readonly #daemon: Dialer;
  readonly #acts: FrontActs;
  readonly #lines = new Set<Duplex>();
  readonly #waiting = new Set<() => void>();
  #isAway = false;

  constructor(daemon: Dialer, acts: FrontActs) {
    this.#daemon = daemon;
    this.#acts = acts;
  }

  async dial(signal?: AbortSignal): Promise<Duplex> {
    if (this.#isAway) throw new ConnectionError("refused", "the demo host is restarting");
    const line = new FrontLine(await this.#daemon.dial(signal), this.#acts);
    this.#lines.add(line);
    line.once("close", () => this.#lines.delete(line));
    return line;
  }

  /** Ends all connections, and answers none until it is back. */
  leave(): void {
    this.#isAway = true;
    for (const line of this.#lines) line.destroy();
  }

  comeBack(): void {
    this.#isAway = false;
    for (const appeared of this.#waiting) appeared();
  }

  /** @param uri What is opened there: "test:///default". */
  asHostLibvirt(uri: string): HostLibvirt {
    const dial = () => Connection.open(this, uri);
    return {
      uri,
      dial,
      pool: new ConnectionPool(dial),
      watchForRedial: () =>
        watchForRedial([], {
          watch: (_sockets, appeared) => {
            this.#waiting.add(appeared);
            return () => this.#waiting.delete(appeared);
          },
        }),
      whyLost: () => Promise.resolve(null),
    };
  }
}
