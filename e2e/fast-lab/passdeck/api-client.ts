import { createTRPCClient, createWSClient, httpLink, splitLink, type TRPCClient, wsLink } from "@trpc/client";
import { WebSocket } from "ws";
import { checkedAnswers } from "@/e2e/fixtures/checked-answers";
import type { AppRouter } from "@/server/api/router";

export interface ApiClient {
  api: TRPCClient<AppRouter>;
  close(): Promise<void>;
}

/** A client of the server's API, as its pages are one, with the cookie of a session; "" for nobody. */
export function openApi(origin: string, cookie: string): ApiClient {
  const headers = { origin, cookie };
  class SessionSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers });
    }
  }
  const socket = createWSClient({
    url: `${origin.replace(/^http/, "ws")}/ws/trpc`,
    WebSocket: SessionSocket as unknown as typeof globalThis.WebSocket,
    lazy: { enabled: true, closeMs: 0 },
  });
  const api = createTRPCClient<AppRouter>({
    links: [
      checkedAnswers(),
      splitLink({
        condition: ({ type }) => type === "subscription",
        true: wsLink({ client: socket }),
        false: httpLink({ url: `${origin}/api/trpc`, headers }),
      }),
    ],
  });
  return { api, close: () => socket.close() };
}

/** Makes a new server's first administrator. Resolves to the cookie of their session. */
export async function claim(origin: string, firstAdministratorLink: string): Promise<string> {
  const token = new URL(firstAdministratorLink).searchParams.get("token");
  const answer = await fetch(`${origin}/api/trpc/session.createFirstAdministrator`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify({ token, name: "administrator", password: "correct horse battery" }),
  });
  if (!answer.ok) throw new Error(`the first administrator was refused: ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}
