import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const lookMs = 20;

/** Starts a script, and gives its process and the first line that it prints. */
export async function startScript(script: URL, ...words: string[]): Promise<[ChildProcess, string]> {
  const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(script), ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface(child.stdout), "line");
  return [child, String(line)];
}

/**
 * Starts Debian's websockify in front of a port of this machine; gives its process and its own port.
 * @param certificate a PEM file with certificate and key; null for no TLS
 */
export async function startWebsockify(
  target: number,
  certificate: string | null,
): Promise<[ChildProcess, number]> {
  const port = await freePort();
  const tls = certificate === null ? [] : ["--cert", certificate, "--ssl-only"];
  const words = [...tls, `127.0.0.1:${port}`, `127.0.0.1:${target}`];
  const child = spawn("websockify", words, { stdio: ["ignore", "ignore", "ignore"] });
  child.once("error", () => undefined);
  while (!(await accepts(port))) {
    if (child.exitCode !== null || child.pid === undefined) {
      throw new Error(
        "websockify does not start. It is the peer of this benchmark: install the package websockify.",
      );
    }
    await delay(lookMs);
  }
  return [child, port];
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, "exit");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
