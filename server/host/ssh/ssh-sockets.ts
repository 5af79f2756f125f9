import { once } from "node:events";
import { isIPv6 } from "node:net";
import type { Duplex } from "node:stream";
import { HostRouteError } from "../route/host-route-error";
import { type HostSockets, localSockets, type SocketPlace } from "../sockets";
import { hopWords } from "./ssh-hops.schema";
import type { SshLink } from "./ssh-link";

/**
 * Opens sockets on a host over its connection. Whoever listens there speaks first, as VNC servers do: a connection that
 * ends without a word was not taken.
 */
export function sshSockets(link: SshLink): HostSockets {
  return {
    async connect(place, signal) {
      signal.throwIfAborted();
      const master = await link.master();
      const there = placeWords(place);
      const path = await master.forward(there);
      try {
        const socket = await localSockets.connect({ path }, signal);
        await untilItSpeaks(socket, signal, () => notTaken(there, hopWords(master.route.target)));
        return socket;
      } finally {
        await master.cancel(path, there).catch(() => undefined);
      }
    },
  };
}

async function untilItSpeaks(socket: Duplex, signal: AbortSignal, ended: () => Error): Promise<void> {
  const giveUp = () => socket.destroy();
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    await Promise.race([once(socket, "readable"), once(socket, "close")]);
    signal.throwIfAborted();
    if (socket.readableLength === 0) {
      socket.destroy();
      throw ended();
    }
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

function placeWords(place: SocketPlace): string {
  if ("path" in place) return place.path;
  return `${isIPv6(place.host) ? `[${place.host}]` : place.host}:${place.port}`;
}

function notTaken(place: string, host: string): HostRouteError {
  return new HostRouteError(
    "refused",
    `Nobody answers at ${place} on ${host}, or sshd does not lead there.`,
    "Check that sshd allows forwarding (AllowTcpForwarding, AllowStreamLocalForwarding).",
  );
}
