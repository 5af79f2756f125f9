import { consoleLinkLimits } from "../../access/console-link.schema";
import { socketProtocol } from "../../access/origin-proof.schema";
import type { Services } from "../services";

/** Where guests come in: the sockets of both consoles, for who holds a ticket of a link that works. */
export function guestDoor({
  consoleLinks,
  consoleGuests,
  consoles,
  graphicalConsoles,
}: Pick<Services, "consoleLinks" | "consoleGuests" | "consoles" | "graphicalConsoles">) {
  const route = (kind: "serial" | "graphical") => ({
    protocols: [socketProtocol],
    holderOf(ticket: string, address: string) {
      const guest = consoleGuests.holderOf(kind, ticket, address);
      if (guest === null) return null;
      const { linkId, viewer } = guest;
      const opener = kind === "serial" ? consoles : graphicalConsoles;
      return {
        linkId,
        accept: (socket: Parameters<typeof opener.accept>[0]) => opener.accept(socket, viewer),
      };
    },
  });
  return {
    routes: { "/ws/guest-console": route("serial"), "/ws/guest-graphical": route("graphical") },
    perLink: consoleLinkLimits.guests,
    works: (linkId: string) => consoleLinks.working(linkId) !== null,
  };
}
