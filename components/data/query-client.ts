import { QueryClient } from "@tanstack/react-query";
import { isConnecting, isNetworkLoss } from "./error-text";

/** A read that was lost on its way is sent twice more; what the server refused is not asked again by itself. */
const furtherTries = 2;

/** Milliseconds between two tries of a read from a host that is still being connected. */
const connectingPause = 1_000;

/** Milliseconds in which the same read by several components, or by one that comes back, is one call. */
const sharedFor = 2_000;

/**
 * The answers that this page has, and how it asks. Nothing is asked anew by itself: what changes while somebody looks
 * comes by a subscription, and what must follow something has that in its key, or calls `refetch`.
 */
function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: sharedFor,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // Browsers take a host without a way to the internet for offline.
        networkMode: "always",
        retry: (failures, error) => isConnecting(error) || (failures < furtherTries && isNetworkLoss(error)),
        retryDelay: (failures, error) => (isConnecting(error) ? connectingPause : 500 * 2 ** failures),
      },
      mutations: { networkMode: "always" },
    },
  });
}

let ofThisPage: QueryClient | undefined;

/** Asks anew what failed of a host, once that can be reached again. */
export function readFailedAgain(hostId: string): void {
  void pageQueryClient().refetchQueries({
    type: "active",
    predicate: ({ state, queryKey }) => state.status === "error" && isOfHost(queryKey[1], hostId),
  });
}

function isOfHost(input: unknown, hostId: string): boolean {
  return typeof input === "object" && input !== null && "hostId" in input && input.hostId === hostId;
}

/** The page's own client. While a page is drawn on the server, where nothing is asked, a new one each time. */
export function pageQueryClient(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  ofThisPage ??= makeQueryClient();
  return ofThisPage;
}
