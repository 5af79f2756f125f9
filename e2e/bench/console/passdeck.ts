import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import * as z from "zod";

const startScript = fileURLToPath(new URL("../../../server/setup/start.mjs", import.meta.url));

/** The built server in a process of its own, with one administrator who is signed in. */
export class Passdeck {
  private constructor(
    private readonly child: ChildProcess,
    private readonly dataFolder: string,
    /** "http://127.0.0.1:40123" */
    readonly url: string,
    /** The session, as a Cookie header. */
    readonly cookie: string,
  ) {}

  /** Builds where the sources have changed, starts, and makes the administrator. */
  static async start(libvirtUri: string): Promise<Passdeck> {
    const dataFolder = await mkdtemp(join(tmpdir(), "passdeck-bench-"));
    const environment = {
      PASSDECK_HOST: "127.0.0.1",
      PASSDECK_PORT: "0",
      PASSDECK_TLS: "off",
      PASSDECK_DATA: dataFolder,
      PASSDECK_LIBVIRT: libvirtUri,
      PASSDECK_LOG_LEVEL: "warn",
    };
    const child = spawn(process.execPath, [startScript], {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const link = new URL(await firstAdministratorLink(child));
    const password = randomBytes(16).toString("hex");
    const input = { token: link.searchParams.get("token"), name: "bench", password };
    const answer = await post(link.origin, "session.createFirstAdministrator", input, "");
    const cookie = answer.headers
      .getSetCookie()
      .map((value) => value.split(";")[0])
      .join("; ");
    return new Passdeck(child, dataFolder, link.origin, cookie);
  }

  /** A ticket for the serial console of the only host's VM `vmId`. */
  async consoleTicket(vmId: string): Promise<string> {
    const input = { hostId: "local", vmId, kind: "serial", readOnly: false };
    const answer: unknown = await (await post(this.url, "console.open", input, this.cookie)).json();
    return z.object({ result: z.object({ data: z.object({ ticket: z.string() }) }) }).parse(answer).result
      .data.ticket;
  }

  async stop(): Promise<void> {
    this.child.kill("SIGTERM");
    if (this.child.exitCode === null) await once(this.child, "exit");
    await rm(this.dataFolder, { recursive: true, force: true });
  }
}

async function firstAdministratorLink(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("the server's output is not read");
  for await (const line of createInterface(child.stdout)) {
    const link = /http:\S+\/setup\?token=\S+/.exec(line)?.[0];
    if (link !== undefined) return link;
  }
  throw new Error("Passdeck did not start");
}

async function post(origin: string, path: string, input: object, cookie: string): Promise<Response> {
  const answer = await fetch(`${origin}/api/trpc/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin, cookie },
    body: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
