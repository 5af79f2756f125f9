import type { Socket } from "node:net";
import { addressKey } from "../access/address-key";

/** Connections at a time: of one address, and of all. A browser opens six, and one for each of its sockets. */
const most = { perAddress: 400, inAll: 4000 } as const;

/**
 * Cuts connections beyond the limits, before anything is read of them.
 * @param isProxy Whether many browsers come from an address.
 */
export function limitConnections(
  isProxy: (address: string) => boolean,
  limits: Readonly<Record<keyof typeof most, number>> = most,
): (socket: Socket) => void {
  const open = new Map<string, number>();
  let all = 0;
  return (socket) => {
    const address = socket.remoteAddress ?? "";
    const key = addressKey(address);
    const count = (open.get(key) ?? 0) + 1;
    const tooMany = count > limits.perAddress && !isProxy(address);
    if (tooMany || all >= limits.inAll) return void socket.destroy();
    open.set(key, count);
    all += 1;
    socket.once("close", () => {
      all -= 1;
      const left = (open.get(key) ?? 1) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    });
  };
}
