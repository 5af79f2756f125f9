import { TRPCClientError } from "@trpc/client";
import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { ConsoleRefused } from "./ticketed-link";

/** The VM is gone, or this person may not open its console: asking again changes nothing. */
const finalStatuses: readonly unknown[] = [400, 401, 403, 404];

export interface TicketRequest {
  vm: { hostId: string; id: string };
  kind: "serial" | "graphical";
  /** Whoever asks may not type there: they may watch where the VM's viewers may. */
  watchOnly: boolean;
  readOnly: boolean;
}

/** A ticket that opens one of a VM's consoles once, within half a minute. Rejects with a sentence for people. */
export async function openTicket({ vm, kind, watchOnly, readOnly }: TicketRequest): Promise<string> {
  try {
    const console = { hostId: vm.hostId, vmId: vm.id, kind };
    const { ticket } = watchOnly
      ? await trpc.console.watch.mutate(console)
      : await trpc.console.open.mutate({ ...console, readOnly });
    return ticket;
  } catch (error) {
    const status: unknown = error instanceof TRPCClientError ? error.data?.httpStatus : undefined;
    if (finalStatuses.includes(status)) throw new ConsoleRefused(errorText(error));
    throw new Error(errorText(error));
  }
}
