import { TRPCClientError } from "@trpc/client";

/** A sentence for people from whatever was thrown: the server's own words, or that the server was not reached. */
export function errorText(error: unknown): string {
  if (error instanceof TRPCClientError) {
    return error.data === undefined || error.data === null
      ? "Passdeck did not answer. Check that it is running and that this computer is online, then try again."
      : error.message;
  }
  return error instanceof Error ? error.message : "Something went wrong.";
}
