import { once } from "node:events";
import { connect } from "node:net";
import type { Duplex } from "node:stream";

/** Where something listens on a host: a unix socket's path there, or a port of an address as the host has it. */
export type SocketPlace = { path: string } | { host: string; port: number };

/** Opens sockets on a host. */
export interface HostSockets {
  /**
   * Resolves once the connection stands. Rejects with Node's error and its errno where it can't be, and with the
   * signal's reason where it was given up; nothing is left open then.
   */
  connect(place: SocketPlace, signal: AbortSignal): Promise<Duplex>;
}

/** Those of the machine that Passdeck runs on. */
export const localSockets: HostSockets = {
  async connect(place, signal) {
    signal.throwIfAborted();
    const socket = connect(place);
    const giveUp = () => socket.destroy(signal.reason);
    signal.addEventListener("abort", giveUp, { once: true });
    try {
      await once(socket, "connect");
      return socket.setNoDelay(true);
    } finally {
      signal.removeEventListener("abort", giveUp);
    }
  },
};
