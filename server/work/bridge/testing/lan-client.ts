import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";

/**
 * A machine on a host's LAN. It reads a line of JSON from its standard input for each request, and answers each by a line. What
 * `held` is true for goes over one connection that it holds open, all others over new ones.
 */
const [, , host = "", port = ""] = process.argv;
/** So long a request waits while the host's network is down; milliseconds. */
const patienceMs = 60_000;
const held = connect(Number(port), host);
held.on("error", () => undefined);

for await (const line of createInterface(process.stdin)) {
  const answer = await answerTo(JSON.parse(line)).catch((error: unknown) => ({ error: String(error) }));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
process.exit(0);

async function answerTo({ path, held: isHeld, ...request }: { path: string; held?: boolean } & RequestInit) {
  if (isHeld) {
    held.write(`GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\n\r\n`);
    const [bytes] = await once(held, "data", { signal: AbortSignal.timeout(30_000) });
    return { status: Number(String(bytes).split(" ")[1]) };
  }
  const response = await fetch(`http://${host}:${port}${path}`, {
    ...request,
    signal: AbortSignal.timeout(patienceMs),
  });
  return {
    status: response.status,
    cookie: response.headers.get("set-cookie"),
    body: await response.text(),
  };
}
