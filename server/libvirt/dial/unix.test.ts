import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { firstSocketDialer, unixDialer } from "./unix";

let folder: string;
let server: Server;
const at = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "dial-"));
  server = createServer((socket) => socket.end());
  server.listen(at("alive"));
  await once(server, "listening");
  await writeFile(at("dead"), "");
});

afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

describe("dialing a unix socket", () => {
  test("tells a socket that is missing from one that nobody answers", async () => {
    await expect(unixDialer(at("missing")).dial()).rejects.toMatchObject({
      name: "ConnectionError",
      kind: "not-found",
    });
    await expect(unixDialer(at("dead")).dial()).rejects.toMatchObject({
      name: "ConnectionError",
      kind: "refused",
    });
    await expect(unixDialer(at("dead/below")).dial()).rejects.toMatchObject({ kind: "not-found" });
  });

  test("takes the first that answers", async () => {
    const socket = await firstSocketDialer([at("missing"), at("dead"), at("alive"), at("other")]).dial();
    socket.destroy();
  });

  test("reports the one that was there, when none answers", async () => {
    const dialing = firstSocketDialer([at("dead"), at("missing")]).dial();
    await expect(dialing).rejects.toMatchObject({
      kind: "refused",
      message: expect.stringContaining("dead"),
    });
    await expect(firstSocketDialer([at("missing"), at("absent")]).dial()).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  test("can be given up", async () => {
    await expect(unixDialer(at("alive")).dial(AbortSignal.abort())).rejects.toMatchObject({
      kind: "aborted",
    });
    const abort = new AbortController();
    const dialing = firstSocketDialer([at("alive"), at("alive")]).dial(abort.signal);
    abort.abort();
    await expect(dialing).rejects.toMatchObject({ kind: "aborted" });
  });
});
