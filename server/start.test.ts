import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { testProgram } from "@/e2e/programs/test-program";
import { Access } from "./access/access";
import type { Pages } from "./http/pages";
import { startTestServer, testSettings } from "./http/test-server.test-data";
import { startMessage } from "./start-message";

const program = await testProgram("server/main.ts");

describe("a stop", () => {
  test("tells sockets, ends, and leaves nothing to answer on the port", async () => {
    const server = await startTestServer();
    const socket = server.socket("/ws/trpc", { cookie: await server.makeAdministrator() });
    await once(socket, "open");
    const closed = once(socket, "close");
    await server.stop();
    expect((await closed)[0]).toBe(1012);
    await expect(server.request("/healthz")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  test("waits for what is under way", async () => {
    let finish: () => void = () => undefined;
    let begun: () => void = () => undefined;
    const beginning = new Promise<void>((resolve) => (begun = resolve));
    const pages: Pages = {
      async handle(_, response) {
        begun();
        await new Promise<void>((resolve) => (finish = resolve));
        response.end("done");
      },
      close: async () => undefined,
    };
    const server = await startTestServer({}, pages);
    const answer = server.request("/sign-in");
    await beginning;
    const stopped = server.stop();
    await expect(server.request("/healthz")).rejects.toMatchObject({ code: "ECONNREFUSED" });
    finish();
    expect(await answer).toMatchObject({ status: 200, body: "done" });
    await stopped;
  });

  test("may be asked for twice", async () => {
    const server = await startTestServer();
    await Promise.all([server.running.stop(), server.running.stop()]);
    await server.stop();
  });
});

test("dead sessions are removed every hour, until the server stops", async () => {
  const removal = vi.spyOn(Access.prototype, "removeDead");
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => {
    vi.useRealTimers();
    removal.mockRestore();
  });
  const hourMs = 3_600_000;
  const server = await startTestServer();
  removal.mockClear();
  vi.advanceTimersByTime(hourMs - 1);
  expect(removal).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(removal).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(2 * hourMs);
  expect(removal).toHaveBeenCalledTimes(3);
  await server.stop();
  vi.advanceTimersByTime(hourMs);
  expect(removal).toHaveBeenCalledTimes(3);
});

test("a port that is taken is named, and what was opened before is closed", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const closed: string[] = [];
  const pages: Pages = { handle: async () => undefined, close: async () => void closed.push("pages") };
  await expect(startTestServer({ port }, pages)).rejects.toMatchObject({
    userMessage: `Port ${port} is in use by another program, maybe by another Passdeck. Stop it, or set PASSDECK_PORT.`,
  });
  expect(closed).toEqual(["pages"]);
  taken.close();
});

describe("what is printed", () => {
  const settings = testSettings({ tls: { kind: "self-signed" }, dataFolder: "/state" });
  const running = {
    urls: ["https://10.0.0.5:8006", "https://localhost:8006"] as [string, string],
    version: "1.2.3",
    stop: async () => undefined,
  };

  test("says where, and how the first administrator gets in", () => {
    const link = "https://10.0.0.5:8006/setup#token=abc";
    const text = startMessage({ ...running, firstAdministratorLink: link }, settings);
    for (const part of [...running.urls, "1.2.3", "/state", settings.libvirtUri, "self-signed"])
      expect(text).toContain(part);
    expect(text.split("\n")).toContain(`  ${link}`);
  });

  test("has no link once there is one", () => {
    expect(startMessage({ ...running, firstAdministratorLink: null }, settings)).not.toContain(
      "administrator",
    );
  });
});

describe("the process", () => {
  function run(environment: Record<string, string>) {
    return spawnSync(process.execPath, [program], {
      encoding: "utf8",
      env: { ...process.env, HOME: "/nonexistent", ...environment },
    });
  }

  test("names all bad settings and exits with 2", () => {
    const { status, stderr } = run({
      PASSDECK_PORT: "x",
      PASSDECK_TLS: "x",
      PASSDECK_CONFIG: "/no/such.conf",
    });
    expect(status).toBe(2);
    for (const name of ["PASSDECK_PORT", "PASSDECK_TLS", "PASSDECK_CONFIG"]) expect(stderr).toContain(name);
  });

  test("says in a line why it can't start and exits with 1", () => {
    const dataFolder = mkdtempSync(join(tmpdir(), "passdeck-start-"));
    writeFileSync(join(dataFolder, "passdeck.db"), "no database");
    const { status, stderr } = run({ PASSDECK_DATA: dataFolder, PASSDECK_PORT: "0" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Passdeck can't start: \S+passdeck\.db is damaged\..*\n$/);
    rmSync(dataFolder, { recursive: true });
  });
});
