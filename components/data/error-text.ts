import { TRPCClientError } from "@trpc/client";

/** Whether a call got no answer at all: the server, or the way to it, is gone. */
export function isNetworkLoss(error: unknown): boolean {
  return error instanceof TRPCClientError && (error.data === undefined || error.data === null);
}

/** Whether it is not known yet if the host can be reached, so that it is worth while to ask again. */
export function isConnecting(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data?.appCode === "host-connecting";
}

/** A sentence for people from whatever was thrown: the server's own words, or that the server was not reached. */
export function errorText(error: unknown): string {
  if (isNetworkLoss(error)) {
    return "Passdeck did not answer. Check that it is running and that this computer is online, then try again.";
  }
  return error instanceof Error ? error.message : "Something went wrong.";
}
