import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "@/e2e/free-port";
import { testProgram } from "@/e2e/programs/test-program";
import { testLocation } from "../database/testing/test-database";
import { temporaryFolder } from "../host/tree.test-data";
import { clientAt, goodPassword } from "../http/test-server.test-data";

const program = testProgram("server/standby/testing/process-main.ts");

interface RunningProcess {
  child: ChildProcess;
  client: ReturnType<typeof clientAt>;
  /** Resolves with the first line that holds a text. */
  says(text: string): Promise<string>;
}

/** One of several processes on the database of a state folder. */
async function startProcess(folder: string): Promise<RunningProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [await program], {
    env: {
      ...process.env,
      PASSDECK_DATA: folder,
      PASSDECK_DATABASE: testLocation(folder).postgres ?? "",
      PASSDECK_HOST: "127.0.0.1",
      PASSDECK_PORT: String(port),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output }).on("line", (line) => {
      lines.push(line);
      for (const listener of listeners) listener();
    });
  }
  const says = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const line = lines.find((one) => one.includes(text));
        if (line !== undefined) resolve(line);
      };
      listeners.add(look);
      child.once("exit", () => reject(new Error(`ended without saying “${text}”:\n${lines.join("\n")}`)));
      look();
    });
  return { child, client: clientAt(`https://127.0.0.1:${port}`), says };
}

/** Where the sessions of whom a cookie belongs to were begun. */
async function addressesOf({ client }: RunningProcess, cookie: string): Promise<string[]> {
  const { body } = await client.request("/api/trpc/account.sessions", { headers: { cookie } });
  return [...body.matchAll(/"address":"([^"]*)"/g)].map(([, address]) => address ?? "");
}

test("one that stands by serves people by the active one, and takes over when that is killed", async () => {
  const folder = temporaryFolder();
  const first = await startProcess(folder);
  const link = (await first.says("active http")).replace("active ", "");
  const second = await startProcess(folder);
  await second.says("stands by");

  const cookie = await second.client.makeAdministratorBy(link);
  expect(await addressesOf(second, cookie)).toEqual(["127.0.0.1"]);
  expect(await addressesOf(first, cookie)).toEqual(["127.0.0.1"]);
  const socket = second.client.socket("/ws/trpc", { cookie });
  await once(socket, "open");

  const cut = once(socket, "close");
  first.child.kill("SIGKILL");
  await cut;
  await second.says("active ");
  expect(await addressesOf(second, cookie)).toEqual(["127.0.0.1"]);
  const again = second.client.socket("/ws/trpc", { cookie });
  await once(again, "open");
  again.terminate();
});

test("one that is asked to stop hands over", async () => {
  const folder = temporaryFolder();
  const first = await startProcess(folder);
  await first.says("active http");
  const second = await startProcess(folder);
  await second.says("stands by");
  first.child.kill("SIGTERM");
  await second.says("active http");
});

test("what a browser says of its address is believed neither by a standby nor for a made-up secret", async () => {
  const folder = temporaryFolder();
  const first = await startProcess(folder);
  const link = (await first.says("active http")).replace("active ", "");
  const second = await startProcess(folder);
  await second.says("stands by");
  const cookie = await second.client.makeAdministratorBy(link);
  const forged = { "x-forwarded-for": "6.6.6.6", "x-passdeck-standby": "guess" };
  for (const { client } of [first, second]) {
    const answer = await client.mutate("session.signIn", { name: "root", password: goodPassword }, forged);
    expect(answer.status).toBe(200);
  }
  expect(await addressesOf(first, cookie)).toEqual(["127.0.0.1", "127.0.0.1", "127.0.0.1"]);
  for (const { client } of [first, second]) {
    const answer = await client.request("/healthz", { headers: { host: "evil.example", ...forged } });
    expect(answer.status).toBe(421);
  }
});
