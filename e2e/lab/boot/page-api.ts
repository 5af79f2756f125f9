import type { BrowserContext } from "@playwright/test";
import { createTRPCClient, httpLink, type TRPCClient } from "@trpc/client";
import { originProofKey } from "@/components/data/origin-proof";
import { proofHeader } from "@/server/access/origin-proof.schema";
import type { AppRouter } from "@/server/api/router";

/** A host that is being changed takes its time. */
const answerMilliseconds = 300_000;

/** The server's API as the pages of a signed-in browser call it. @param url of the server */
export async function pageApi(context: BrowserContext, url: string): Promise<TRPCClient<AppRouter>> {
  const { origins } = await context.storageState();
  const kept = origins.find(({ origin }) => origin === url)?.localStorage ?? [];
  const proof = kept.find(({ name }) => name === originProofKey)?.value;
  if (proof === undefined) throw new Error(`nobody is signed in at ${url}`);
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/api/trpc`,
        headers: { origin: url, [proofHeader]: proof },
        // The browser's own way out: it takes the lab's certificate, and knows the session.
        fetch: async (address, options) => {
          const answer = await context.request.fetch(String(address), {
            method: options?.method ?? "GET",
            headers: Object.fromEntries(new Headers(options?.headers as HeadersInit)),
            data: options?.body?.toString(),
            timeout: answerMilliseconds,
          });
          return new Response(new Uint8Array(await answer.body()), { status: answer.status() });
        },
      }),
    ],
  });
}
