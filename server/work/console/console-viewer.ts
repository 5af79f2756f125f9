import { can, whoOf } from "../../access/can";
import { onVm } from "../../access/objects-of";
import type { Session } from "../../access/session";
import type { WatchableVms } from "../../access/watchable-vms";
import type { ConsoleViewer } from "../../console/consoles";
import { personOf } from "./asking-person";
import { mayWatch } from "./may-watch";

/**
 * The user behind a socket, who is asked about again when they show the ticket of a VM's console, and whenever something of
 * users or shares has changed.
 */
export function consoleViewer(
  session: Session,
  remoteAddress: string,
  watchable: Pick<WatchableVms, "has">,
): ConsoleViewer {
  const who = whoOf(session);
  return {
    ...personOf({ ...who, remoteAddress }, session.user),
    mayOpen: (grant) =>
      grant.readOnly ? mayWatch(who, grant, watchable) : can(who, "console.open", onVm(grant)),
  };
}
