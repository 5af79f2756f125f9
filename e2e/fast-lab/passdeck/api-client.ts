import { createTRPCClient, createWSClient, httpLink, splitLink, type TRPCClient, wsLink } from "@trpc/client";
import { WebSocket } from "ws";
import * as z from "zod";
import { checkedAnswers } from "@/e2e/fixtures/checked-answers";
import { tokenOf } from "@/e2e/fixtures/setup-token";
import { proofHeader } from "@/server/access/origin-proof.schema";
import type { AppRouter } from "@/server/api/router";

const begun = z.object({ result: z.object({ data: z.object({ originProof: z.string() }) }) });

export interface ApiClient {
  api: TRPCClient<AppRouter>;
  close(): Promise<void>;
}

/** What a signed-in page has: its cookie, and what it keeps by its origin. */
export interface PageSession {
  cookie: string;
  proof: string;
}

/** A client of the server's API, as its pages are one. */
export function openApi(origin: string, { cookie, proof }: PageSession): ApiClient {
  const headers = { origin, cookie, [proofHeader]: proof };
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

/** Makes a new server's first administrator. Resolves to their session. */
export async function claim(origin: string, firstAdministratorLink: string): Promise<PageSession> {
  const token = tokenOf(firstAdministratorLink);
  const answer = await fetch(`${origin}/api/trpc/session.createFirstAdministrator`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify({ token, name: "administrator", password: "correct horse battery" }),
  });
  if (!answer.ok) throw new Error(`the first administrator was refused: ${await answer.text()}`);
  const { result } = begun.parse(await answer.json());
  return {
    cookie: answer.headers.getSetCookie()[0]?.split(";")[0] ?? "",
    proof: result.data.originProof,
  };
}
