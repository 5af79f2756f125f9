import { trpc } from "@/components/data/client";
import { guestProtocols } from "@/server/access/origin-proof.schema";
import { askTicket } from "../ask-ticket";
import { socketAddress } from "../socket-address";
import { ConsoleRefused, type SocketAccess } from "../ticketed-link";

/**
 * How a guest opens the console of a link. The token is posted for each ticket, and stands in no address.
 * @param onEnded Called where the link works no more, with why.
 */
export function guestOpener(
  kind: "serial" | "graphical",
  token: string,
  onEnded: (why: string) => void,
): SocketAccess {
  return {
    url: socketAddress(kind === "serial" ? "/ws/guest-console" : "/ws/guest-graphical"),
    async ticket(readOnly) {
      try {
        return await askTicket(() => trpc.guest.openConsole.mutate({ token, readOnly }));
      } catch (error) {
        if (error instanceof ConsoleRefused) onEnded(error.message);
        throw error;
      }
    },
    // Nobody is signed in here: the ticket is shown before the socket is open as well.
    connect: (url, ticket) => new WebSocket(url, guestProtocols(ticket)),
  };
}
