import { TRPCClientError } from "@trpc/client";
import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { ConsoleRefused } from "./ticketed-link";

/** The VM is gone, or this person may not open its console: asking again changes nothing. */
const finalStatuses: readonly unknown[] = [400, 401, 403, 404];

/** A ticket that opens one of a VM's consoles once, within half a minute. Rejects with a sentence for people. */
export async function openTicket(
  vm: { hostId: string; id: string },
  kind: "serial" | "graphical",
  readOnly: boolean,
): Promise<string> {
  try {
    const request = { hostId: vm.hostId, vmId: vm.id, kind, readOnly };
    const { ticket } = await trpc.console.open.mutate(request);
    return ticket;
  } catch (error) {
    const status: unknown = error instanceof TRPCClientError ? error.data?.httpStatus : undefined;
    if (finalStatuses.includes(status)) throw new ConsoleRefused(errorText(error));
    throw new Error(errorText(error));
  }
}
