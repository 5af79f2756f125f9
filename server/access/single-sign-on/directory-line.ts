import { connect, type Socket } from "node:net";
import type { ConnectionOptions } from "node:tls";
import { Client } from "ldapts";
import type { DirectoryOptions } from "./directory-options";

/** How long a directory has to take the connection, and for each answer, in milliseconds. */
const [connectMs, answerMs] = [3_000, 4_000];
/** … and for all of them together. */
const wholeMs = 8_000;

/**
 * Talks to a directory over a connection of its own, which is closed afterwards whatever comes of it. Where TLS is asked for,
 * nothing is said before it, and its certificate has to be the host's.
 * @throws whatever the library throws; Error "timed out" where it takes too long.
 */
export async function withDirectory<Result>(
  { url, startTls, ca }: Pick<DirectoryOptions, "url" | "startTls" | "ca">,
  talk: (client: Client) => Promise<Result>,
): Promise<Result> {
  const tls = tlsOptions(new URL(url), ca);
  const client = new Client({
    url,
    timeout: answerMs,
    connectTimeout: connectMs,
    // With such options it would speak TLS from the start.
    ...(url.startsWith("ldaps:") ? { tlsOptions: tls } : { createConnection: onlyOnce() }),
  });
  const late = deadline();
  const work = async () => {
    if (startTls) await client.startTLS(tls);
    return talk(client);
  };
  try {
    return await Promise.race([work(), late.passed]);
  } finally {
    late.clear();
    // A directory that is silent would not answer that either.
    client.unbind().catch(() => undefined);
  }
}

/**
 * The library would connect anew where a connection broke, and without TLS then: whoever breaks it in between would be given
 * the next password.
 */
function onlyOnce(): typeof connect {
  let connected = false;
  return ((port: number, host: string): Socket => {
    if (connected) throw new Error("the connection broke");
    connected = true;
    return connect(port, host);
  }) as typeof connect;
}

function tlsOptions({ hostname }: URL, ca: string | null): ConnectionOptions {
  const host = hostname.replace(/^\[|\]$/g, "");
  return { host, ...(ca === null ? {} : { ca }), minVersion: "TLSv1.2" };
}

function deadline() {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("timed out")), wholeMs);
  });
  return { passed, clear: () => clearTimeout(timer) };
}
