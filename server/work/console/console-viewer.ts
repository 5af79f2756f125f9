import { can, whoOf } from "../../access/can";
import { onVm } from "../../access/objects-of";
import type { Session } from "../../access/session";
import type { ConsoleViewer } from "../../console/consoles";
import { personOf } from "./asking-person";

/** The user behind a socket, who is asked about again when they show the ticket of a VM's console. */
export function consoleViewer(session: Session, remoteAddress: string): ConsoleViewer {
  const who = whoOf(session);
  return {
    ...personOf({ ...who, remoteAddress }, session.user),
    mayOpen: (vm) => can(who, "console.open", onVm(vm)),
  };
}
