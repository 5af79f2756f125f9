import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { guestDomainXml } from "@/e2e/guest/domain-xml";
import { ensureGuest, guestReadyLine } from "@/e2e/guest/guest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { guestProtocols, socketProtocol } from "../access/origin-proof.schema";
import { configureHosts } from "../hosts";
import { closeCode, SocketWorld } from "./socket-world.test-data";
import { cookieOf, goodPassword, startTestServer } from "./test-server.test-data";

const run = promisify(execFile);
const hostId = "local";
const vmId = randomUUID();
const path = "/ws/guest-console";
const patience = { timeout: 60_000, interval: 50 };

let libvirtd: PrivateLibvirtd;
let world: SocketWorld;
/** What the server takes for the time is ahead by this, in milliseconds. */
let ahead = 0;

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  const file = join(libvirtd.folder, "guest.xml");
  await writeFile(file, guestDomainXml(await ensureGuest(), { name: "guest", uuid: vmId, network: false }));
  const server = await startTestServer(
    { libvirtUri: libvirtd.uri },
    undefined,
    configureHosts,
    () => Date.now() + ahead,
  );
  world = SocketWorld.of(server, await server.makeAdministrator());
  await run("virsh", ["-q", "-c", libvirtd.uri, "define", file]);
  await run("virsh", ["-q", "-c", libvirtd.uri, "start", "guest"]);
  await vi.waitFor(() => makeLink(), patience);
}, 180_000);

afterAll(async () => {
  await world?.server.stop();
  await libvirtd?.stop();
});

async function makeLink(part: object = {}, cookie = world.cookie): Promise<{ id: string; token: string }> {
  const input = { hostId, vmId, kind: "serial", readOnly: true, minutes: 60, label: "Lena", ...part };
  return world.act("console.createLink", input, cookie);
}

async function ticketOf(token: string, readOnly = false): Promise<string> {
  return (await world.act("guest.openConsole", { token, readOnly }, "")).ticket;
}

/** A guest at the console, without a cookie: what they are shown, and how it ends. */
async function enter(token: string) {
  const ticket = await ticketOf(token);
  const socket = world.server.socket(path, {}, guestProtocols(ticket));
  const guest = { socket, text: "", opened: null as { readOnly: boolean } | null };
  socket.on("message", (data, isBinary) => {
    if (isBinary) guest.text += data.toString();
    const control = isBinary ? null : JSON.parse(data.toString());
    if (control?.type === "opened") guest.opened = control;
    if (isBinary) socket.send(JSON.stringify({ type: "ack", offset: Buffer.byteLength(guest.text) }));
  });
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "open", ticket, resume: null }));
  await vi.waitFor(() => expect(guest.text).toContain(guestReadyLine), patience);
  return guest;
}

async function person(role: "operator" | "member"): Promise<{ userId: string; cookie: string }> {
  const name = `maker-${randomUUID().slice(0, 8)}`;
  const { token } = await world.act("people.invite", { name, role });
  const cookie = cookieOf(await world.server.mutate("session.join", { token, password: goodPassword }));
  return { userId: await world.idOf(name), cookie };
}

describe("a guest with a link", () => {
  test("that watches sees the console, and types in vain; one that types is heard", async () => {
    const watcher = await enter((await makeLink()).token);
    const typist = await enter((await makeLink({ readOnly: false })).token);
    expect([watcher.opened?.readOnly, typist.opened?.readOnly]).toEqual([true, false]);
    watcher.socket.send(Buffer.from("echo watcher$((6*7))\n"));
    const heard = once(watcher.socket, "message");
    watcher.socket.send('{"type":"ping"}');
    await heard;
    typist.socket.send(Buffer.from("echo typist$((6*7))\n"));
    await vi.waitFor(() => expect(watcher.text).toContain("typist42"), patience);
    expect(watcher.text).not.toContain("watcher");
    for (const { socket } of [watcher, typist]) socket.terminate();
  });

  test("reaches nothing else, by its ticket or its token", async () => {
    const { token } = await makeLink();
    const ticket = await ticketOf(token);
    const status = (
      where: string,
      headers: Record<string, string> = {},
      protocols = guestProtocols(ticket),
    ) =>
      new Promise<number>((resolve) => {
        const socket = world.server.socket(where, headers, protocols);
        socket.once("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
        socket.once("open", () => resolve(101));
        socket.once("error", () => resolve(0));
      });
    for (const where of ["/ws/trpc", "/ws/console", "/ws/graphical", "/ws/guest-graphical"])
      expect([where, await status(where)]).toEqual([where, 401]);
    expect(await status(path, { origin: "https://evil.example" })).toBe(403);
    expect(await status(path, { host: "evil.example", origin: "http://evil.example" })).toBe(403);
    expect(await status(path, {}, [socketProtocol])).toBe(401);
    expect(await status(path, {}, guestProtocols("A".repeat(43)))).toBe(401);
    // A session does not stand in for a ticket.
    expect(await status(path, { cookie: world.cookie }, [socketProtocol])).toBe(401);
    for (const cookie of [token, ticket, `passdeck=${token}`, `passdeck=${ticket}`])
      expect((await world.server.request("/api/trpc/account.sessions", { headers: { cookie } })).status).toBe(
        401,
      );
    expect((await world.server.request("/vms")).status).toBe(303);
    const foreign = await world.server.mutate("guest.link", { token }, { origin: "https://evil.example" });
    expect(foreign.status).toBe(403);
  });

  test("is told of a wrong one what they are told of any, and a right one stands in no line of the log", async () => {
    const { token } = await makeLink();
    const { body } = await world.server.mutate("guest.link", { token: "B".repeat(43) });
    expect(JSON.parse(body).error.data.httpStatus).toBe(404);
    expect(body).not.toMatch(/guest"|VM/);
    expect(await world.act("guest.link", { token }, "")).toMatchObject({ vmName: "guest", kind: "serial" });
    await ticketOf(token);
    expect(world.server.logged()).not.toContain(token);
    const asked = await world.server.request(`/api/trpc/guest.link?input=${JSON.stringify({ token })}`);
    expect(asked.status).toBe(405);
  });

  test("is one of four by it", async () => {
    const { token } = await makeLink();
    const late = await ticketOf(token);
    const guests = [];
    for (let count = 0; count < 4; count++) guests.push(await enter(token));
    expect((await world.server.mutate("guest.openConsole", { token, readOnly: true })).status).toBe(409);
    const refused = world.server.socket(path, {}, guestProtocols(late));
    const [, { statusCode }] = await once(refused, "unexpected-response");
    expect(statusCode).toBe(401);
    refused.on("error", () => undefined);
    for (const { socket } of guests) socket.terminate();
  });
});

describe("closes within a second, and opens no more, when", () => {
  async function closesWhen(
    link: { token: string },
    end: () => unknown,
    why: string | RegExp,
  ): Promise<void> {
    const { socket } = await enter(link.token);
    const stays = await enter((await makeLink({ label: "stays" })).token);
    const closed = closeCode(socket);
    const before = performance.now();
    await end();
    expect(await closed).toBe(4403);
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(stays.socket.readyState).toBe(stays.socket.OPEN);
    stays.socket.terminate();
    const { status, body } = await world.server.mutate("guest.openConsole", {
      token: link.token,
      readOnly: true,
    });
    expect([status, JSON.parse(body).error.message]).toEqual([404, expect.stringMatching(why)]);
  }

  test("it is revoked", async () => {
    const link = await makeLink();
    const revoke = () => world.act("console.revokeLink", { hostId, vmId, linkId: link.id });
    await closesWhen(link, revoke, "was revoked");
  });

  test("its maker is disabled, loses the role, or is deleted", async () => {
    for (const [act, input, why] of [
      ["people.disable", {}, "may not share"],
      ["people.setRole", { role: "viewer" }, "may not share"],
      ["people.delete", {}, "This link is none"],
    ] as const) {
      const { userId, cookie } = await person("operator");
      await closesWhen(await makeLink({}, cookie), () => world.act(act, { userId, ...input }), why);
    }
  });

  test("its maker owns the VM no more", async () => {
    const { userId, cookie } = await person("member");
    const share = (level: string) =>
      world.act("share.set", { hostId, vmId, subject: { kind: "user", id: userId }, level });
    await share("owner");
    await closesWhen(await makeLink({}, cookie), () => share("operator"), "may not share");
  });

  test("its time is up", async () => {
    const link = await makeLink({ minutes: 1, label: "short" });
    await closesWhen(
      link,
      () => {
        ahead += 61_000;
      },
      "time of this link is up",
    );
  });

  test("the VM is deleted", async () => {
    const { token } = await makeLink();
    const { socket } = await enter(token);
    const closed = closeCode(socket);
    await run("virsh", ["-q", "-c", libvirtd.uri, "destroy", "guest"]);
    const input = { hostId, vmId, deleteDisks: [] };
    await vi.waitFor(async () => {
      const { fingerprint } = await world.act("vm.planDelete", input);
      await world.act("vm.delete", { ...input, fingerprint });
    }, patience);
    expect([4403, 4404]).toContain(await closed);
    await vi.waitFor(async () => {
      const { body } = await world.server.mutate("guest.link", { token });
      expect(JSON.parse(body).error.message).toContain("This link is none");
    }, patience);
  });
});
