import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { socketProtocols } from "../access/origin-proof.schema";
import { isOpenToAll } from "../access/rights";
import { procedureKinds } from "../api/procedure-kinds";
import { appRouter } from "../api/router";
import { SocketWorld } from "./socket-world.test-data";
import { proofOf } from "./test-server.test-data";

let world: SocketWorld;
let cookie: string;
let other: string;

beforeAll(async () => {
  world = await SocketWorld.start();
  [cookie, other] = [await world.signIn(), await world.signIn()];
});
afterAll(() => world.server.stop());

/** A web server on another port of this host is sent the cookie, and not what pages keep by their origin. */
const wrong: [string, () => string][] = [
  ["none", () => ""],
  ["another session's", () => proofOf(other)],
  ["the cookie's own secret", () => cookie.split("=")[1] ?? ""],
];

/** Those that nobody has to be signed in for; a sign-out is tried below. */
const isOpen = (path: string) => isOpenToAll(path) || path === "session.signOut";

describe.each(wrong)("with the cookie and as a proof %s", (_what, proof) => {
  const headers = () => ({ cookie, "passdeck-proof": proof() });

  test.each(
    [...procedureKinds(appRouter)].filter(([path, kind]) => kind !== "subscription" && !isOpen(path)),
  )("%s is not for the caller", async (path, kind) => {
    const answer =
      kind === "query"
        ? await world.server.request(`/api/trpc/${path}`, { headers: headers() })
        : await world.server.mutate(path, {}, headers());
    expect(answer.status).toBe(401);
  });

  test("nobody is signed in", async () => {
    const { body } = await world.server.request("/api/trpc/session.state", { headers: headers() });
    expect(JSON.parse(body).result.data.user).toBeNull();
  });

  test("the API's socket is refused", async () => {
    expect(await world.upgradeStatus("/ws/trpc", headers())).toBe(401);
  });

  test("uploads are refused, and the session is not ended", async () => {
    const upload = { method: "PATCH", headers: { ...headers(), origin: world.server.origin } };
    expect((await world.server.request("/api/uploads/some", upload)).status).toBe(401);
    await world.server.mutate("session.signOut", {}, headers());
    expect(await world.upgradeStatus("/ws/trpc", { cookie })).toBe(101);
  });
});

test("a browser's socket shows it as a protocol, and is answered by the other one", async () => {
  const socket = world.server.socket(
    "/ws/trpc",
    { cookie, "passdeck-proof": "" },
    socketProtocols(proofOf(cookie)),
  );
  await once(socket, "open");
  expect(socket.protocol).toBe("passdeck");
  socket.terminate();
});

test("the sign-in page is there for who has a cookie alone, so that nobody goes in circles", async () => {
  expect((await world.server.request("/sign-in", { headers: { cookie } })).status).toBe(200);
});

test("neither the log nor an address has it", async () => {
  expect(world.server.logged()).not.toContain(proofOf(cookie));
});
