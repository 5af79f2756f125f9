import { can, whoOf } from "../../access/can";
import type { Session } from "../../access/session";
import type { ConsoleViewer } from "../../console/consoles";

/** The user behind a socket, who is asked about again when they show the ticket of a VM's console. */
export function consoleViewer(session: Session): ConsoleViewer {
  const who = whoOf(session);
  return {
    ...session.user,
    mayOpen: (vm) => can(who, "console.open", { kind: "vm", hostId: vm.hostId, vmId: vm.vmId }),
  };
}
