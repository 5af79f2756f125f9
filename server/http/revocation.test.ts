import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { passdeck } from "../cli/passdeck.test-data";
import { closeCode, SocketWorld } from "./socket-world.test-data";
import { cookieOf, goodPassword } from "./test-server.test-data";

let world: SocketWorld;
let person: { id: string; name: string; cookie: string };
let count = 0;

beforeAll(async () => {
  world = await SocketWorld.start();
});

afterAll(() => world.server.stop());

beforeEach(async () => {
  count += 1;
  const name = `person-${count}`;
  const { token } = await world.act("people.invite", { name, role: "operator" });
  const cookie = cookieOf(await world.server.mutate("session.join", { token, password: goodPassword }));
  const { user } = await state(cookie);
  expect(user).toEqual({ name, level: "operator" });
  person = { id: await world.idOf(name), name, cookie };
});

async function state(cookie: string): Promise<{ user: unknown }> {
  const { body } = await world.server.request("/api/trpc/session.state", { headers: { cookie } });
  return JSON.parse(body).result.data;
}

const revoking: [string, number, () => Promise<unknown>][] = [
  ["disabled", 4401, () => world.act("people.disable", { userId: person.id })],
  ["reset", 4401, () => world.act("people.reset", { userId: person.id })],
  ["deleted", 4401, () => world.act("people.delete", { userId: person.id })],
  ["signed out everywhere", 4401, () => world.act("people.endSessions", { userId: person.id })],
  ["given another role", 4403, () => world.act("people.setRole", { userId: person.id, role: "viewer" })],
];

describe("a user who is", () => {
  test.each(revoking)("%s loses all sockets at once", async (_, code, revoke) => {
    const paths = ["/ws/trpc", "/ws/console", "/ws/graphical"] as const;
    const sockets = await Promise.all(paths.map((path) => world.open(path, { cookie: person.cookie })));
    const stays = await world.open();
    const closed = Promise.all(sockets.map(closeCode));
    await revoke();
    expect(await closed).toEqual([code, code, code]);
    expect(stays.readyState).toBe(stays.OPEN);
    stays.terminate();
    const status = await world.upgradeStatus("/ws/trpc", { cookie: person.cookie });
    expect(status).toBe(code === 4401 ? 401 : 101);
  });

  test("disabled on the command line loses them as well, and comes in again once enabled", async () => {
    const socket = await world.open("/ws/trpc", { cookie: person.cookie });
    const closed = closeCode(socket);
    const run = (what: string) =>
      passdeck(["user", what, person.name], "", { PASSDECK_DATA: world.server.dataFolder });
    expect(run("disable")).toMatchObject({ status: 0, stdout: "", stderr: "" });
    expect(await closed).toBe(4401);
    const signIn = () => world.server.mutate("session.signIn", { name: person.name, password: goodPassword });
    expect((await signIn()).status).toBe(401);
    expect(run("enable").status).toBe(0);
    expect((await signIn()).status).toBe(200);
  });
});

test("one session that is ended takes its sockets and leaves the others", async () => {
  const answer = await world.server.mutate("session.signIn", {
    name: person.name,
    password: goodPassword,
  });
  const other = cookieOf(answer);
  const sockets = [
    await world.open("/ws/trpc", { cookie: person.cookie }),
    await world.open("/ws/trpc", { cookie: other }),
  ] as const;
  const { body } = await world.server.request("/api/trpc/account.sessions", { headers: { cookie: other } });
  const sessions: { id: string; isThis: boolean }[] = JSON.parse(body).result.data;
  const sessionId = sessions.find(({ isThis }) => !isThis)?.id;
  const closed = closeCode(sockets[0]);
  await world.act("people.endSession", { userId: person.id, sessionId });
  expect(await closed).toBe(4401);
  expect(sockets[1].readyState).toBe(sockets[1].OPEN);
  sockets[1].terminate();
});

test("a new password leaves the page that it was changed on signed in by another proof, with a new mark", async () => {
  const input = { present: goodPassword, password: `${goodPassword} new` };
  const socket = await world.open("/ws/trpc", { cookie: person.cookie });
  const answer = await world.server.mutate("account.changePassword", input, { cookie: person.cookie });
  expect(answer.status).toBe(200);
  expect(answer.headers["set-cookie"]?.map((one) => one.split("=")[0])).toEqual(["passdeck-browser"]);
  expect(await state(person.cookie)).toMatchObject({ user: null });
  const headers = {
    cookie: person.cookie,
    "passdeck-proof": JSON.parse(answer.body).result.data.originProof,
  };
  const { body } = await world.server.request("/api/trpc/session.state", { headers });
  expect(JSON.parse(body).result.data.user).toMatchObject({ name: person.name });
  expect(socket.readyState).toBe(socket.OPEN);
  socket.terminate();
});

test("a one-time link stands in no address and in no line of the log", async () => {
  const { token } = await world.act("people.reset", { userId: person.id });
  await world.act("session.invitation", { token });
  await world.server.mutate("session.join", { token, password: goodPassword });
  expect(world.server.logged()).not.toContain(token);
  const asked = await world.server.request(`/api/trpc/session.invitation?input=${JSON.stringify({ token })}`);
  expect(asked.status).toBe(405);
});

test("a user cannot reset their own password by a link, which would go with their session", async () => {
  const userId = await world.idOf("root");
  const { status, body } = await world.server.mutate("people.reset", { userId }, { cookie: world.cookie });
  expect([status, JSON.parse(body).error.message]).toEqual([409, expect.stringContaining("My account")]);
});
