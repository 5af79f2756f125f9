import { createTRPCClient, createWSClient, httpLink, splitLink, wsLink } from "@trpc/client";
import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/api/router";
import { sendConfirmed } from "./confirm-identity";
import { connectPage } from "./early-socket";
import { heedClose } from "./heed-close";
import { proofHeaders } from "./origin-proof";
import { leaveWhenSignedOut } from "./signed-out";

/** What each procedure answers, by its path. */
export type ApiOutputs = inferRouterOutputs<AppRouter>;

/** Stands in where pages are drawn, by a Node that has none: nobody subscribes to anything there. */
const noSocket = class {} as unknown as typeof WebSocket;

/** The browser's WebSocket, the first of which may be open already. */
const PageSocket =
  typeof WebSocket === "undefined"
    ? noSocket
    : new Proxy(WebSocket, { construct: (_target, [url]: [string]) => connectPage(url) });

const socket = createWSClient({
  WebSocket: PageSocket,
  url: () => `${window.location.protocol === "https:" ? "wss:" : "ws:"}//${window.location.host}/ws/trpc`,
  // Opened by the first subscription, closed when nobody has subscribed to anything for a while.
  lazy: { enabled: true, closeMs: 5_000 },
  keepAlive: { enabled: true, intervalMs: 20_000, pongTimeoutMs: 5_000 },
  onClose: (cause) => heedClose(cause?.code),
  retryDelayMs: (attempt) => (attempt === 0 ? 0 : Math.min(250 * 2 ** attempt, 5_000)),
});

/** The server, typed. Subscriptions share one WebSocket that opens itself again; all else goes over HTTP. */
export const trpc = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === "subscription",
      true: wsLink({ client: socket }),
      false: httpLink({
        url: "/api/trpc",
        headers: () => proofHeaders(),
        async fetch(input, init) {
          const answer = await sendConfirmed(() => fetch(input, init as RequestInit));
          if (answer.status === 401) leaveWhenSignedOut();
          return answer;
        },
      }),
    }),
  ],
});
