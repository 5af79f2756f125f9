import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type ConsoleLimits, consoleLimits } from "./limits";
import { ConsolePeople } from "./people/console-people";
import { SerialSession } from "./serial-session";
import { FakeGuest } from "./testing/fake-guest";
import { retainedMemory } from "./testing/retained-memory";
import { serveSockets } from "./testing/socket-server";
import { someone } from "./testing/someone";
import { ViewerClient, type ViewerClientOptions } from "./testing/viewer-client";

const place = { hostId: "local", vmId: "a", kind: "serial" } as const;
const mebibyte = 1024 * 1024;

/** One session on real sockets; the query says how to attach: readOnly, epoch and offset. */
async function serveSession(limits: Partial<ConsoleLimits> = {}) {
  const guest = new FakeGuest();
  const people = new ConsolePeople();
  const session = new SerialSession({
    open: guest.open,
    limits: { ...consoleLimits, firstRetry: 1, longestRetry: 4, ...limits },
  });
  const server = await serveSockets((socket, query) => {
    const offset = query.get("offset");
    const resume = offset === null ? null : { epoch: query.get("epoch") ?? "", offset: Number(offset) };
    const seat = people.sit(place, {
      person: someone("1"),
      readOnly: query.has("readOnly"),
      mayStay: () => true,
      close: (code, reason) => socket.close(code, reason),
    });
    socket.once("close", () => people.leave(seat));
    session.attach(socket, seat, resume);
  });
  session.follow({ running: true, hasSerialConsole: true });
  return {
    guest,
    session,
    view: (query: Record<string, string> = {}, options?: ViewerClientOptions) =>
      new ViewerClient(`${server.url}?${new URLSearchParams(query)}`, options),
    close: async () => {
      session.close(1012, "test over");
      await server.close();
    },
  };
}

describe("SerialSession", () => {
  let served: Awaited<ReturnType<typeof serveSession>>;
  beforeEach(async () => {
    served = await serveSession();
  });
  afterEach(() => served.close());

  test("shows the boot to who comes late, and says what of it is history", async () => {
    await served.guest.print("Linux version 6.1\r\n");
    await served.view().until(({ text }) => text.includes("Linux version"));
    const late = await served.view().until(({ text }) => text === "Linux version 6.1\r\n");
    const opened = late.controls.find((control) => control.type === "opened");
    expect(opened).toMatchObject({ offset: 0, liveOffset: 19, readOnly: false, state: "connected" });
  });

  test("lets every viewer type and see, and a read-only one see", async () => {
    const [one, two] = [served.view(), served.view()];
    const watcher = served.view({ readOnly: "" });
    await Promise.all([one, two, watcher].map((viewer) => viewer.untilState("connected")));
    watcher.type("rm -rf /\n");
    watcher.send({ type: "take-over" });
    one.type("ls\n");
    await vi.waitFor(() => expect(served.guest.typed).toBe("ls\n"));
    two.type("pwd\n");
    await vi.waitFor(() => expect(served.guest.typed).toBe("ls\npwd\n"));
    await served.guest.print("/root\r\n");
    await Promise.all([one, two, watcher].map((viewer) => viewer.until(({ text }) => text === "/root\r\n")));
    expect(served.guest.asked).toEqual([false]);
  });

  test("tells how many watch, and lets one terminal answer the guest", async () => {
    const watcher = await served.view({ readOnly: "" }).untilState("connected");
    const one = await served.view().untilState("connected");
    const two = await served.view().untilState("connected");
    const said = (viewer: ViewerClient) => viewer.controls.findLast(({ type }) => type === "viewers");
    await two.until((viewer) => said(viewer) !== undefined);
    await one.until((viewer) => said(viewer)?.type === "viewers" && viewer.controls.length > 2);
    await watcher.until((viewer) => viewer.controls.length > 3);
    expect([watcher, one, two].map(said)).toEqual([
      { type: "viewers", count: 3, answers: false },
      { type: "viewers", count: 3, answers: true },
      { type: "viewers", count: 3, answers: false },
    ]);
    one.socket.close();
    await two.until((viewer) => viewer.controls.at(-1)?.type === "viewers" && viewer.controls.length > 2);
    expect(said(two)).toEqual({ type: "viewers", count: 2, answers: true });
  });

  test("answers whether it is still there", async () => {
    const viewer = await served.view({ readOnly: "" }).untilState("connected");
    viewer.send({ type: "ping" });
    await viewer.until(({ controls }) => controls.at(-1)?.type === "pong");
  });

  test("passes on that another program holds the console, and takes it over on demand", async () => {
    const viewer = await served.view().untilState("connected");
    const other = served.guest.hold();
    await viewer.untilState("busy");
    expect(other.destroyed).toBe(false);
    viewer.send({ type: "take-over" });
    await viewer.untilState("connected");
    expect(other.destroyed).toBe(true);
  });

  test("starts anew for an epoch that it does not know, and for an offset that cannot be", async () => {
    await served.guest.print("hello");
    const { epoch } = await served.view().until(({ text }) => text === "hello");
    const resumed = await served.view({ epoch, offset: "3" }).until(({ text }) => text === "lo");
    expect(resumed.controls.some(({ type }) => type === "gap")).toBe(false);
    await served.view({ epoch: "another", offset: "3" }).until(({ text }) => text === "hello");
    await served.view({ epoch, offset: "300" }).until(({ text }) => text === "hello");
  });

  test.each([
    ["not JSON", "}{"],
    ["an unknown message", '{"type":"sudo"}'],
    ["a frame that is too large", Buffer.alloc(64 * 1024 + 1)],
  ])("closes a socket that sends %s, and no other", async (_, frame) => {
    const good = await served.view().untilState("connected");
    const bad = await served.view().untilState("connected");
    bad.socket.send(frame);
    expect((await bad.untilClosed()).code).toBe(4400);
    await served.guest.print("still here");
    await good.until(({ text }) => text === "still here");
  });

  test("gathers what is printed bit by bit, but lets nothing wait after a silence", async () => {
    await served.close();
    served = await serveSession({ gather: 60_000 });
    const viewer = await served.view().untilState("connected");
    let frames = 0;
    viewer.socket.on("message", (_, isBinary) => {
      frames += isBinary ? 1 : 0;
    });
    await served.guest.print("k");
    await viewer.until(({ text }) => text === "k");
    for (let printed = 0; printed < 1_025; printed++) await served.guest.print("x".repeat(64));
    await viewer.until(({ bytes }) => bytes === 1 + 64 * 1024);
    expect(frames).toBe(2);
  });

  test("holds the guest back for its fastest viewer", async () => {
    const viewer = await served.view().untilState("connected");
    const output = randomBytes(8 * mebibyte);
    for (let at = 0; at < output.length; at += 100_000)
      await served.guest.print(output.subarray(at, at + 100_000));
    await viewer.until(({ bytes }) => bytes === output.length);
    expect(viewer.controls.some(({ type }) => type === "gap")).toBe(false);
    expect(viewer.text).toBe(output.subarray(0, viewer.text.length).toString("latin1"));
  });

  test("neither waits for nor pays for a viewer that stalls", async () => {
    const fast = await served.view().untilState("connected");
    const stalled = await served.view({}, { acknowledges: false }).untilState("connected");
    stalled.socket.pause();
    const before = await retainedMemory();
    const chunk = Buffer.alloc(128 * 1024, "x");
    for (let printed = 0; printed < 64 * mebibyte; printed += chunk.length) await served.guest.print(chunk);
    await fast.until(({ bytes }) => bytes === 64 * mebibyte);
    expect((await retainedMemory()) - before).toBeLessThan(16 * mebibyte);
    expect(fast.controls.some(({ type }) => type === "gap")).toBe(false);
    stalled.socket.resume();
    await stalled.until(({ bytes }) => bytes >= 512 * 1024);
    stalled.acknowledge();
    await stalled.until(({ offset }) => offset === 64 * mebibyte);
    const gap = stalled.controls.find(({ type }) => type === "gap");
    expect(gap).toMatchObject({ offset: 63 * mebibyte });
    expect(stalled.bytes + (gap?.type === "gap" ? gap.skipped : 0)).toBe(64 * mebibyte);
  });

  test("lets a guest that prints without end go on when all viewers stall", async () => {
    await served.close();
    served = await serveSession({ stalledAfter: 10 });
    const stalled = await served.view({}, { acknowledges: false }).untilState("connected");
    const before = await retainedMemory();
    const chunk = Buffer.alloc(128 * 1024, "x");
    for (let printed = 0; printed < 64 * mebibyte; printed += chunk.length) await served.guest.print(chunk);
    expect((await retainedMemory()) - before).toBeLessThan(16 * mebibyte);
    expect(stalled.bytes).toBeLessThanOrEqual(512 * 1024);
  });

  test("does not queue one small frame after another for a socket that is not read", async () => {
    const stalled = await served.view({}, { acknowledges: false }).untilState("connected");
    stalled.socket.pause();
    const before = await retainedMemory();
    for (let printed = 0; printed < 200_000; printed++) await served.guest.print("k");
    expect((await retainedMemory()) - before).toBeLessThan(16 * mebibyte);
  });

  test("reads no more from a viewer that types faster than the guest takes it", async () => {
    const viewer = await served.view().untilState("connected");
    const port = await served.guest.connected();
    port.pause();
    const keys = "k".repeat(32 * 1024);
    for (let typed = 0; typed < 512; typed++) viewer.type(keys);
    await vi.waitFor(() => expect(port.readableFlowing).toBe(false));
    port.resume();
    await vi.waitFor(() => expect(served.guest.typed).toHaveLength(512 * keys.length));
  });

  test("tells its viewers why it ends", async () => {
    const viewer = await served.view().untilState("connected");
    served.session.close(1012, "Passdeck is restarting.");
    expect(await viewer.untilClosed()).toEqual({ code: 1012, reason: "Passdeck is restarting." });
  });
});

describe("whatever is printed, however often viewers come back", () => {
  test("no byte within the scrollback is lost, doubled or moved", async () => {
    const step = fc.oneof(
      fc.record({ print: fc.integer({ min: 1, max: 3_000 }) }),
      fc.record({ reconnect: fc.boolean() }),
      fc.record({ stall: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const served = await serveSession({ scrollback: 4_096, window: 1_024, piece: 300, stalledAfter: 5 });
        const printed: Buffer[] = [];
        const seen = new Map<number, number>();
        let viewer = served.view();
        const note = (from: ViewerClient) => {
          let at = -1;
          from.socket.on("message", (data, isBinary) => {
            const control = isBinary ? null : JSON.parse(data.toString());
            if (typeof control?.offset === "number") at = control.offset;
            if (isBinary) for (const byte of data as Buffer) seen.set(at++, byte);
          });
        };
        note(viewer);
        await viewer.untilState("connected");
        for (const todo of steps) {
          if ("print" in todo) {
            printed.push(randomBytes(todo.print));
            await served.guest.print(printed.at(-1) ?? Buffer.alloc(0));
          } else if ("stall" in todo) {
            todo.stall ? viewer.socket.pause() : viewer.socket.resume();
          } else {
            const { epoch, offset } = viewer;
            viewer.socket.terminate();
            viewer = served.view({ epoch, offset: String(offset) });
            note(viewer);
            await viewer.until(({ controls }) => controls.some(({ type }) => type === "opened"));
          }
        }
        viewer.socket.resume();
        const all = Buffer.concat(printed);
        await viewer.until(({ offset }) => offset === all.length);
        for (const [at, byte] of seen) expect(byte).toBe(all[at]);
        for (let at = Math.max(0, all.length - 4_096); at < all.length; at++) expect(seen.has(at)).toBe(true);
        await served.close();
      }),
      { numRuns: 60 },
    );
  });
});
