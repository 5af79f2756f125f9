import type { AuditSink } from "../access/audit";
import { WatchableVms } from "../access/watchable-vms";
import { Consoles } from "../console/consoles";
import { fleetConsoleSource } from "../console/fleet-source";
import { fleetGraphics } from "../console/graphical/fleet-graphics";
import { GraphicalConsoles } from "../console/graphical/graphical-consoles";
import { ConsolePeople } from "../console/people/console-people";
import type { Fleet } from "../fleet/fleet";
import { consoleNotes } from "../work/audit/console-notes";
import { ConsoleGuests } from "../work/console/console-guests";
import type { AccessRooms } from "./open-access";
import type { Opening } from "./opening";

/** Both kinds of consoles, who is at them, and who comes by a link. They are closed by who opens the door to them. */
export function openConsoles(
  { log, closers }: Opening,
  { room, consoleLinks }: Pick<AccessRooms, "room" | "consoleLinks">,
  { fleet, audit }: { fleet: Fleet; audit: AuditSink },
) {
  const notes = consoleNotes(log.child({ room: "console" }), audit);
  const consolePeople = new ConsolePeople();
  const watchableVms = new WatchableVms(room);
  closers.push(room.changes.listen(() => consolePeople.recheck()));
  const consoles = new Consoles({ source: fleetConsoleSource(fleet), people: consolePeople, log: notes });
  const graphicalConsoles = new GraphicalConsoles({
    source: fleetGraphics(fleet),
    people: consolePeople,
    log: notes,
  });
  const consoleGuests = new ConsoleGuests({
    links: consoleLinks,
    consoles,
    graphicalConsoles,
    people: consolePeople,
    audit,
  });
  return { consoles, graphicalConsoles, consolePeople, watchableVms, consoleGuests };
}
