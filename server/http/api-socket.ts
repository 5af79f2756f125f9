import { getWSConnectionHandler } from "@trpc/server/adapters/ws";
import { WebSocketServer } from "ws";
import { whoOf } from "../access/can";
import { appRouter } from "../api/router";
import { type ApiOptions, logApiError } from "./api-handler";
import type { UpgradeRoute } from "./upgrade";

/** Subscriptions to the API, at /ws/trpc. */
export function apiSocketRoute({ services, log }: ApiOptions): UpgradeRoute {
  // tRPC's types ask for a server; its handler of single connections never touches it.
  const wss = new WebSocketServer({ noServer: true, clientTracking: false });
  return {
    accept(socket, { session, remoteAddress, localAddress, message }) {
      const serve = getWSConnectionHandler({
        wss,
        router: appRouter,
        createContext: () => ({
          services,
          ...whoOf(session),
          sessionId: session.id,
          browserMark: null,
          remoteAddress,
          localAddress,
          transport: "socket" as const,
          setSession: () => undefined,
        }),
        onError: ({ error, path }) => logApiError(log, error, path),
      });
      serve(socket, message);
    },
  };
}
