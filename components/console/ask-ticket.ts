import { TRPCClientError } from "@trpc/client";
import { errorText } from "@/components/data/error-text";
import { ConsoleRefused } from "./ticketed-link";

/** The VM is gone, or this person may not open its console: asking again changes nothing. */
const finalStatuses: readonly unknown[] = [400, 401, 403, 404];

/** What `ask` answers, a ticket. Rejects with a sentence for people, by a {@link ConsoleRefused} where asking again is of no use. */
export async function askTicket(ask: () => Promise<{ ticket: string }>): Promise<string> {
  try {
    return (await ask()).ticket;
  } catch (error) {
    const status: unknown = error instanceof TRPCClientError ? error.data?.httpStatus : undefined;
    if (finalStatuses.includes(status)) throw new ConsoleRefused(errorText(error));
    throw new Error(errorText(error));
  }
}
