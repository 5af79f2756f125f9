import { getWSConnectionHandler } from "@trpc/server/adapters/ws";
import { WebSocketServer } from "ws";
import { whoOf } from "../access/can";
import { socketProtocol } from "../access/origin-proof.schema";
import { OpenSubscriptions, subscriptionsPerSocket } from "../api/open-subscriptions";
import { appRouter } from "../api/router";
import { type ApiOptions, logApiError } from "./api-handler";
import { endGreedy, limitMessages } from "./message-budget";
import type { UpgradeRoute } from "./upgrade";

/** A page that opens begins a dozen subscriptions; one that is used changes some of them a few times a second. */
const messageLimits = { atOnce: 200, perSecond: 40 } as const;
/** What a page begins at once comes in one message; the input of each is less than a kibibyte. */
const largestMessage = subscriptionsPerSocket * 1024;

/** Subscriptions to the API, at /ws/trpc. */
export function apiSocketRoute({ services, log }: ApiOptions): UpgradeRoute {
  // tRPC's types ask for a server; its handler of single connections never touches it.
  const wss = new WebSocketServer({ noServer: true, clientTracking: false });
  return {
    protocols: [socketProtocol],
    largestMessage,
    accept(socket, { session, remoteAddress, localAddress, message }) {
      limitMessages(socket, messageLimits);
      const subscriptions = new OpenSubscriptions(() => endGreedy(socket));
      const serve = getWSConnectionHandler({
        wss,
        router: appRouter,
        createContext: () => ({
          services,
          ...whoOf(session),
          sessionId: session.id,
          browserMark: null,
          userAgent: null,
          pageOrigin: null,
          remoteAddress,
          localAddress,
          transport: "socket" as const,
          subscriptions,
          setSession: () => undefined,
          setBrowserMark: () => undefined,
        }),
        onError: ({ error, path }) => logApiError(log, error, path),
      });
      serve(socket, message);
    },
  };
}
