import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:https";
import { text } from "node:stream/consumers";

interface Answers {
  /** What /healthz says. */
  health: unknown;
  /** The page of the sign-in. */
  page: string;
}

/**
 * Starts the installed Passdeck as its unit would, as its user, on a free port of the loopback; asks it, and ends it.
 * @param inside The words that a command begins with where it is installed.
 */
export async function answerOfServer(inside: readonly string[]): Promise<Answers> {
  const [command = "", ...words] = [
    ...inside,
    ...[
      "setpriv",
      "--reuid=passdeck",
      "--regid=passdeck",
      "--init-groups",
      "--inh-caps=-all",
      "passdeck",
      "serve",
    ],
  ];
  const env = {
    ...process.env,
    PASSDECK_DATA: "/var/lib/passdeck",
    PASSDECK_HOST: "127.0.0.1",
    PASSDECK_PORT: "0",
  };
  const server = spawn(command, words, { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(server, "close");
  try {
    const url = await addressOf(server.stdout, ended);
    const health: unknown = JSON.parse(await get(`${url}/healthz`));
    return { health, page: await get(`${url}/sign-in`) };
  } finally {
    server.kill();
    await ended;
  }
}

async function addressOf(output: AsyncIterable<Buffer>, ended: Promise<unknown>): Promise<string> {
  let said = "";
  const reading = (async () => {
    for await (const part of output) {
      said += part.toString();
      const url = /https:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (url !== undefined) return url;
    }
    return null;
  })();
  const url = await Promise.race([reading, ended.then(() => null)]);
  if (url === null) throw new Error(`The server ended before it was ready: ${said}`);
  return url;
}

async function get(url: string): Promise<string> {
  // Its certificate is its own.
  const asked = request(url, { rejectUnauthorized: false }).end();
  const [answer] = await once(asked, "response");
  return text(answer);
}
