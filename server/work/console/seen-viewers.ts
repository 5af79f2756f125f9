import type { Who } from "../../access/can";
import { isAtLeast } from "../../access/role";
import type { WatchableVms } from "../../access/watchable-vms";
import type { ConsolePeople } from "../../console/people/console-people";
import { type ConsolePlace, nameFor } from "../../console/people/person";
import type { ViewerEntry } from "../../console/people/viewer-entry.schema";
import { personOf } from "./asking-person";
import { mayWatch } from "./may-watch";

/**
 * Who is at a console, as `who` may know: names as {@link nameFor} says, addresses for operators and administrators; nobody
 * where they may not watch, or not any more.
 */
export function seenViewers(
  people: Pick<ConsolePeople, "at">,
  who: Who & { remoteAddress: string },
  place: ConsolePlace,
  watchable: Pick<WatchableVms, "has">,
): ViewerEntry[] {
  const { user } = who;
  if (user === null || !mayWatch(who, place, watchable)) return [];
  const reader = personOf(who, user);
  return people.at(place).map(({ id, person, since, lastTypedAt, readOnly, hasKeyboard }) => ({
    id,
    name: nameFor(reader, person, place),
    address: isAtLeast(user.level, "operator") ? person.address : null,
    isGuest: person.guestOf !== undefined,
    since,
    lastTypedAt,
    readOnly,
    hasKeyboard,
  }));
}
