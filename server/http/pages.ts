import { type IncomingMessage, Server, type ServerResponse } from "node:http";

/** What draws pages. It is asked only after the gate has let the request through. */
export interface Pages {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

/**
 * Next, with the pages that `next build` made.
 * @param root The project's folder.
 */
export async function openNextPages(root: string): Promise<Pages> {
  // Next and React choose by it between what they are in production and in development.
  Object.assign(process.env, { NODE_ENV: "production" });
  const { default: next } = await import("next");
  // Next puts an upgrade listener of its own on the server it is given, which ends sockets of ours and leaks others.
  const app = next({ dev: false, dir: root, httpServer: new Server() });
  await app.prepare();
  const handle = app.getRequestHandler();
  return { handle: (request, response) => handle(request, response), close: () => app.close() };
}

const internalHeaders =
  /^(x-middleware-|x-invoke-|x-matched-path|x-nextjs-|x-now-|x-forwarded-|x-nonce|next-action)/;

export interface PageFacts {
  nonce: string;
  needsFirstAdministrator: boolean;
  demo: boolean;
  /** What the provider of single sign-on is called; null without one. */
  provider: string | null;
  /** Where a sign-in leads: a path of this site. */
  nextPath: string;
  contentSecurityPolicy: string;
}

/**
 * Takes from a request what only Next may tell itself, as middleware has been bypassed with such headers
 * (CVE-2025-29927), and adds what the pages read: the nonce, whether this is the first visit, whether
 * all is made up, by whom else one signs in, and where a sign-in leads.
 */
export function prepareForPages({ headers }: IncomingMessage, facts: PageFacts): void {
  for (const name of Object.keys(headers)) if (internalHeaders.test(name)) delete headers[name];
  headers["content-security-policy"] = facts.contentSecurityPolicy;
  headers["x-nonce"] = facts.nonce;
  headers["x-first-visit"] = facts.needsFirstAdministrator ? "1" : "0";
  headers["x-demo"] = facts.demo ? "1" : "0";
  headers["x-provider"] = encodeURIComponent(facts.provider ?? "");
  headers["x-next-path"] = facts.nextPath;
}
