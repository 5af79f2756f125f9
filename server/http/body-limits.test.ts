import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { largestInput } from "../api/largest-input";
import { procedureKinds } from "../api/procedure-kinds";
import { appRouter } from "../api/router";
import { startTestServer, type TestServer } from "./test-server.test-data";

let server: TestServer;
let cookie: string;

beforeAll(async () => {
  server = await startTestServer({ logLevel: "silent" });
  cookie = await server.makeAdministrator();
});
afterAll(() => server.stop());

const paths = [...procedureKinds(appRouter)].filter(([, kind]) => kind === "mutation").map(([path]) => path);
/** A JSON text of so many bytes, of which no act makes anything. */
const ofBytes = (bytes: number) => `{"":"${"x".repeat(bytes - 7)}"}`;
const send = (path: string, body: string) =>
  server.request(`/api/trpc/${path}`, {
    method: "POST",
    headers: { origin: server.origin, cookie, "content-type": "application/json" },
    body,
  });

test("every input has a bound", () => {
  const unbounded = [...procedureKinds(appRouter).keys()].filter(
    (path) => !Number.isFinite(largestInput(path)),
  );
  expect(unbounded).toEqual([]);
});

test("none is larger than ten MiB", () => {
  expect(paths.filter((path) => largestInput(path) > 10 * 1024 * 1024)).toEqual([]);
});

/** They end the session that all others come under, whatever is sent with them. */
const endings = ["session.signOut", "account.endSessions"];

describe.each(paths.filter((path) => !endings.includes(path)))("%s", (path) => {
  test("takes a body as large as its largest input", async () => {
    const { status } = await send(path, ofBytes(largestInput(path)));
    // 422: this server is reached at an IP address, where there are no passkeys.
    expect([200, 400, 403, 404, 409, 422]).toContain(status);
  });

  test("takes no larger one, and says so", async () => {
    const { status, body } = await send(path, ofBytes(largestInput(path) + 1));
    expect(status).toBe(413);
    expect(JSON.parse(body).error.message).toMatch(/larger than anything that would be taken. Shorten it/);
  });
});

test("what is longest in characters and bytes comes in whole: half a million control characters as a draft", async () => {
  const draft = {
    hostId: "nowhere",
    vmId: "0d6a5e1c-0000-4000-8000-000000000000",
    xml: "\u0001".repeat(512 * 1024),
    base: 1,
    choices: {},
  };
  for (const path of ["definition.preview", "definition.merge", "definition.save"]) {
    expect((await send(path, JSON.stringify(draft))).status).not.toBe(413);
  }
});

test("who has not signed in is refused before anything is read, however large it is", async () => {
  const { status } = await server.mutate("definition.save", { xml: "x".repeat(3 * 1024 * 1024) });
  expect(status).toBe(401);
});
