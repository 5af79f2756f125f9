import { trpc } from "@/components/data/client";
import { askTicket } from "./ask-ticket";
import { socketAddress } from "./socket-address";
import type { SocketAccess } from "./ticketed-link";

export interface ConsoleRequest {
  vm: { hostId: string; id: string };
  kind: "serial" | "graphical";
  /** Whoever asks may not type there: they may watch where the VM's viewers may. */
  watchOnly: boolean;
}

/** How somebody who is signed in opens one of a VM's consoles. */
export function vmOpener({ vm, kind, watchOnly }: ConsoleRequest): SocketAccess {
  const console = { hostId: vm.hostId, vmId: vm.id, kind };
  return {
    url: socketAddress(kind === "serial" ? "/ws/console" : "/ws/graphical"),
    ticket: (readOnly) =>
      askTicket(() =>
        watchOnly ? trpc.console.watch.mutate(console) : trpc.console.open.mutate({ ...console, readOnly }),
      ),
  };
}
