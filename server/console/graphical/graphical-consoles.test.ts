import { once } from "node:events";
import { duplexPair } from "node:stream";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AppError } from "../../errors";
import { retainedMemory } from "../testing/retained-memory";
import { serveSockets } from "../testing/socket-server";
import { someone } from "../testing/someone";
import { Tickets } from "../tickets";
import { GraphicalConsoles } from "./graphical-consoles";
import { type GraphicalLimits, graphicalLimits } from "./limits";
import type { GraphicalSource } from "./source";
import { FakeScreen } from "./testing/fake-screen";
import { ScreenClient } from "./testing/screen-client";

const ada = someone("1", "ada");
const screen = { hostId: "local", vmId: "a", kind: "graphical", readOnly: false } as const;
const key = Buffer.from("0401000000000041", "hex");
const updateRequest = Buffer.from("03000000000000100010", "hex");

async function serve(limits: Partial<GraphicalLimits> = {}) {
  const guest = new FakeScreen();
  const source: GraphicalSource = { has: (_, vmId) => vmId === "a", open: guest.open };
  const log = { info: vi.fn(), error: vi.fn() };
  const consoles = new GraphicalConsoles({ source, log, limits: { ...graphicalLimits, ...limits } });
  const rights = { mayOpen: true };
  const server = await serveSockets((socket, query) => {
    const mayOpen = () => rights.mayOpen;
    consoles.accept(socket, someone(query.get("user") ?? "", "ada", { mayOpen }));
  });
  const ticket = (request: Partial<typeof screen> | { readOnly: true } = {}) =>
    consoles.issueTicket(ada, { ...screen, ...request }).ticket;
  const connect = (first: string | Buffer | null, user = ada.id) =>
    new ScreenClient(`${server.url}?user=${user}`, first);
  const open = (request = {}) => connect(JSON.stringify({ type: "open", ticket: ticket(request) }));
  const close = async () => {
    await consoles.close();
    await server.close();
  };
  return { guest, source, rights, log, consoles, ticket, connect, open, close };
}

describe("GraphicalConsoles", () => {
  let served: Awaited<ReturnType<typeof serve>>;
  beforeEach(async () => {
    served = await serve();
  });
  afterEach(() => served.close());

  test("passes bytes both ways", async () => {
    const client = await served.open().shakeHands();
    client.send(Buffer.concat([updateRequest, key]));
    await vi.waitFor(() => expect(served.guest.heard.length).toBe(19));
    // ClientInit says that others stay.
    expect(served.guest.heard).toEqual(Buffer.concat([Buffer.of(1), updateRequest, key]));
    served.guest.viewers[0]?.write("pixels");
    await client.until(({ bytes }) => bytes.toString() === "pixels");
  });

  test("takes no key from a viewer who only reads, and tells the viewer that it is one", async () => {
    const client = await served.open({ readOnly: true }).shakeHands();
    expect(client.controls[0]).toMatchObject({ type: "opened", readOnly: true });
    client.send(Buffer.concat([key, updateRequest, key]));
    await vi.waitFor(() => expect(served.guest.heard.length).toBe(11));
    expect(served.guest.heard).toEqual(Buffer.concat([Buffer.of(1), updateRequest]));
  });

  test("closes a viewer that sends what is no VNC, and no other", async () => {
    const [good, bad] = [await served.open().shakeHands(), await served.open().shakeHands()];
    bad.send(Buffer.of(77));
    expect((await bad.untilClosed()).code).toBe(4400);
    served.guest.viewers[0]?.write("still here");
    await good.until(({ bytes }) => bytes.toString() === "still here");
    expect(served.guest.viewers[1]?.destroyed).toBe(true);
  });

  test("tells how many watch, and answers pings", async () => {
    const first = await served.open().until(({ controls }) => controls.length === 2);
    const second = await served.open().until(({ controls }) => controls.length === 2);
    await first.until(({ controls }) => controls.length === 3);
    expect(first.controls.at(-1)).toEqual({ type: "viewers", count: 2 });
    second.socket.close();
    await first.until(({ controls }) => controls.length === 4);
    expect(first.controls.at(-1)).toEqual({ type: "viewers", count: 1 });
    first.socket.send('{"type":"ping"}');
    await first.until(({ controls }) => controls.at(-1)?.type === "pong");
  });

  test("lets go of the guest's end with the browser's, and the other way round", async () => {
    const client = await served.open().shakeHands();
    client.socket.close();
    await vi.waitFor(() => expect(served.guest.viewers[0]?.destroyed).toBe(true));
    const other = await served.open().shakeHands();
    served.guest.viewers[1]?.end();
    expect((await other.untilClosed()).code).toBe(4410);
  });

  test("refuses tickets that were used, are another user's, or come from the serial console", async () => {
    const frame = JSON.stringify({ type: "open", ticket: served.ticket() });
    await served.connect(frame).until(({ controls }) => controls.length > 0);
    expect((await served.connect(frame).untilClosed()).code).toBe(4403);
    const stolen = served.connect(JSON.stringify({ type: "open", ticket: served.ticket() }), "2");
    expect((await stolen.untilClosed()).code).toBe(4403);
    const { ticket } = new Tickets().issue({ ...screen, kind: "serial", userId: ada.id });
    expect((await served.connect(JSON.stringify({ type: "open", ticket })).untilClosed()).code).toBe(4403);
    expect(() => served.ticket({ vmId: "b" } as object)).toThrow(AppError);
  });

  test.each([
    ["nothing", ""],
    ["another message", '{"type":"ping"}'],
    ["bytes", Buffer.from("RFB 003.008\n")],
  ])("closes a socket whose first frame is %s", async (_, frame) => {
    expect((await served.connect(frame).untilClosed()).code).toBe(4400);
  });

  test("closes a socket that says nothing", async () => {
    const impatient = await serve({ firstFrameWithin: 1 });
    expect((await impatient.connect(null).untilClosed()).code).toBe(4400);
    await impatient.close();
  });

  test("says in full why there is no screen", async () => {
    const userMessage = `A long story. ${"And more. ".repeat(30)}`;
    served.source.open = async () => {
      throw new AppError("conflict", { userMessage });
    };
    const client = served.open();
    expect((await client.untilClosed()).code).toBe(4409);
    expect(client.controls).toEqual([{ type: "refused", message: userMessage }]);
  });

  test("takes so many viewers of one VM and no more, and counts them down again", async () => {
    const small = await serve({ viewersPerVm: 1 });
    const first = await small.open().until(({ controls }) => controls.length > 0);
    expect((await small.open().untilClosed()).code).toBe(4429);
    first.socket.close();
    await once(first.socket, "close");
    await vi.waitFor(() => expect(small.guest.viewers[0]?.destroyed).toBe(true));
    await small.open().until(({ controls }) => controls.length > 0);
    await small.close();
  });

  test("gives back a screen that came too late", async () => {
    const [, viewer] = duplexPair();
    let arrive: (() => void) | undefined;
    served.source.open = () =>
      new Promise((resolve) => {
        arrive = () => resolve(viewer);
      });
    const client = served.open();
    await vi.waitFor(() => expect(arrive).toBeDefined());
    client.socket.terminate();
    await client.untilClosed();
    // The server's end hears of it through the same event loop.
    await new Promise(setImmediate);
    await vi.waitFor(() => {
      arrive?.();
      expect(viewer.destroyed).toBe(true);
    });
  });

  test("lets nobody in who lost the right while the screen was being opened", async () => {
    const [, viewer] = duplexPair();
    served.source.open = async () => {
      served.rights.mayOpen = false;
      return viewer;
    };
    const client = served.open();
    expect((await client.untilClosed()).code).toBe(4403);
    expect(viewer.destroyed).toBe(true);
    expect(served.log.info).not.toHaveBeenCalled();
  });

  test("writes down who opened and closed what, and no ticket", async () => {
    const client = await served.open().until(({ controls }) => controls.length > 0);
    client.socket.close();
    await vi.waitFor(() => expect(served.log.info).toHaveBeenCalledTimes(2));
    const fields = { user: "ada", address: "192.0.2.1", ...screen };
    expect(served.log.info.mock.calls).toEqual([
      [fields, "console opened"],
      [fields, "console closed"],
    ]);
  });

  test("says goodbye when the server stops", async () => {
    const client = await served.open().shakeHands();
    const closing = served.consoles.close();
    expect((await client.untilClosed()).code).toBe(1012);
    await closing;
  });

  test("holds a bounded amount of memory for a viewer that takes nothing", async () => {
    const client = await served.open().shakeHands();
    const guest = served.guest.viewers[0];
    if (guest === undefined) throw new Error("nobody opened the screen");
    client.socket.pause();
    const before = await retainedMemory();
    let written = 0;
    // The guest's end refuses when all in between is full; the kernel's socket buffers take some megabytes.
    while (guest.write(Buffer.alloc(64 * 1024)) || (await drains(guest))) {
      written += 64 * 1024;
      if (written > 256 * 1024 * 1024) break;
    }
    expect(written).toBeLessThan(64 * 1024 * 1024);
    expect((await retainedMemory()) - before).toBeLessThan(8 * 1024 * 1024);
    client.socket.resume();
    await client.until(({ bytes }) => bytes.length >= written);
  });
});

/** Whether a full stream empties again while everything that is under way goes on. */
async function drains(stream: { once(event: "drain", listener: () => void): unknown }): Promise<boolean> {
  let drained = false;
  stream.once("drain", () => {
    drained = true;
  });
  for (let turn = 0; turn < 200 && !drained; turn++) await new Promise(setImmediate);
  return drained;
}
