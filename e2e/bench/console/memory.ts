import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { WebSocket } from "ws";
import * as z from "zod";
import { parseServerControl } from "@/server/console/protocol.schema";

const script = fileURLToPath(new URL("./flood-server.ts", import.meta.url));
const announcement = z.object({ port: z.number(), tickets: z.array(z.string()) });

export interface FloodFigures {
  /** The server's peak of resident memory, MiB. */
  peak: number;
  /** MB a second that the fast viewer got. */
  rate: number;
}

/** Lets a fast viewer read `bytes` of an endless guest, beside one that reads nothing where `stalled`. */
export async function flood(bytes: number, stalled: boolean): Promise<FloodFigures> {
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [line] = await once(createInterface(child.stdout), "line");
    const { port, tickets } = announcement.parse(JSON.parse(String(line)));
    const address = `ws://127.0.0.1:${port}/`;
    if (stalled) await openStalled(address, tickets[1] ?? "");
    const beganAt = performance.now();
    await readFast(address, tickets[0] ?? "", bytes);
    const seconds = (performance.now() - beganAt) / 1_000;
    return { peak: await peakMebibytes(child.pid ?? 0), rate: bytes / 1e6 / seconds };
  } finally {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
}

async function open(address: string, ticket: string): Promise<WebSocket> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  // Killed with the server.
  socket.on("error", () => undefined);
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "open", ticket }));
  return socket;
}

/** A browser that froze after its first frame. */
async function openStalled(address: string, ticket: string): Promise<void> {
  const socket = await open(address, ticket);
  await once(socket, "message");
  socket.pause();
}

async function readFast(address: string, ticket: string, bytes: number): Promise<void> {
  const socket = await open(address, ticket);
  let offset = 0;
  let read = 0;
  await new Promise<void>((resolve) => {
    socket.on("message", (data, isBinary) => {
      if (!isBinary) {
        const control = parseServerControl(data.toString());
        if (control?.type === "opened" || control?.type === "gap") offset = control.offset;
        return;
      }
      const { length } = data as Buffer;
      offset += length;
      read += length;
      socket.send(JSON.stringify({ type: "ack", offset }));
      if (read >= bytes) resolve();
    });
  });
  socket.terminate();
}

async function peakMebibytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
