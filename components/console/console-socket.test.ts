import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type WebSocket as ServerSocket, WebSocket as WsWebSocket } from "ws";
import { Consoles } from "@/server/console/consoles";
import { type ConsoleLimits, consoleLimits } from "@/server/console/limits";
import type { ConsoleSource, ConsoleVmChange } from "@/server/console/source";
import { FakeGuest } from "@/server/console/testing/fake-guest";
import { serveSockets } from "@/server/console/testing/socket-server";
import { someone } from "@/server/console/testing/someone";
import { ConsoleSocket, type ConsoleSocketOptions } from "./console-socket";
import { ConsoleRefused } from "./ticketed-link";

const ada = someone("1", "ada");
const vm = { hostId: "local", vmId: "a", running: true, hasSerialConsole: true };

/** The real server, with a synthetic guest behind it. */
async function serve(limits: Partial<ConsoleLimits> = {}) {
  const guest = new FakeGuest();
  let change: (change: ConsoleVmChange) => void = () => undefined;
  const source: ConsoleSource = {
    list: () => [vm],
    onVmChange: (listener) => {
      change = listener;
      return () => undefined;
    },
    open: (_host, _vm, force) => guest.open(force),
  };
  const make = () =>
    new Consoles({
      source,
      log: { info: () => undefined, error: () => undefined },
      limits: { ...consoleLimits, firstRetry: 1, ...limits },
    });
  let consoles = make();
  const sockets: ServerSocket[] = [];
  const server = await serveSockets((socket) => {
    sockets.push(socket);
    consoles.accept(socket, ada);
  });
  return {
    guest,
    url: server.url,
    sockets,
    say: (news: Partial<ConsoleVmChange>) => change({ ...vm, removed: false, ...news }),
    ticket: (readOnly: boolean) =>
      consoles.issueTicket(ada, { hostId: vm.hostId, vmId: vm.vmId, kind: "serial", readOnly }).ticket,
    restart: async () => {
      await consoles.close();
      consoles = make();
    },
    close: async () => {
      await consoles.close();
      await server.close();
    },
  };
}

/** As a browser opens one: closing it early is no error that anybody has to handle. */
function openSocket(url: string): WebSocket {
  const socket = new WsWebSocket(url);
  socket.on("error", () => undefined);
  return socket as unknown as WebSocket;
}

/** A page that draws at once and keeps what it drew. */
function makePage(served: Awaited<ReturnType<typeof serve>>, options: Partial<ConsoleSocketOptions> = {}) {
  const drawn: Buffer[] = [];
  const answers: boolean[] = [];
  const socket = new ConsoleSocket({
    url: served.url,
    ticket: async (readOnly) => served.ticket(readOnly),
    connect: openSocket,
    retryDelay: () => 1,
    onOutput: (bytes, done) => {
      drawn.push(Buffer.from(bytes));
      answers.push(socket.mayAnswer);
      done();
    },
    onStatus: () => undefined,
    ...options,
  });
  return { socket, answers, output: () => Buffer.concat(drawn), text: () => Buffer.concat(drawn).toString() };
}

describe("ConsoleSocket", () => {
  let served: Awaited<ReturnType<typeof serve>>;
  let page: ReturnType<typeof makePage>;
  beforeEach(async () => {
    served = await serve();
    page = makePage(served);
    page.socket.connect();
  });
  afterEach(async () => {
    page.socket.close();
    await served.close();
  });
  const connected = () =>
    vi.waitFor(() => expect(page.socket.status).toMatchObject({ link: "open", state: "connected" }));

  test("types, and shows what comes back", async () => {
    await connected();
    expect(page.socket.type("echo ü\n")).toBe(true);
    await vi.waitFor(() => expect(served.guest.typed).toBe("echo ü\n"));
    await served.guest.print("ü\r\n");
    await vi.waitFor(() => expect(page.text()).toBe("ü\r\n"));
  });

  test("cuts a long paste into frames that the server takes", async () => {
    await connected();
    const paste = "0123456789".repeat(30_000);
    expect(page.socket.type(paste)).toBe(true);
    await vi.waitFor(() => expect(served.guest.typed).toBe(paste));
  });

  test("says so when nobody takes what is typed", async () => {
    expect(page.socket.type("too early")).toBe(false);
    await connected();
    served.say({ running: false });
    await vi.waitFor(() => expect(page.socket.status.state).toBe("off"));
    expect(page.socket.type("too late")).toBe(false);
  });

  test("comes back by itself and misses nothing", async () => {
    await served.guest.print("one ");
    await vi.waitFor(() => expect(page.text()).toBe("one "));
    served.sockets.at(-1)?.terminate();
    await served.guest.print("two ");
    await vi.waitFor(() => expect(page.text()).toBe("one two "));
    expect(page.socket.status.skipped).toBe(0);
  });

  test("goes on after the server was started anew, without what it has seen", async () => {
    await served.guest.print("before ");
    await vi.waitFor(() => expect(page.text()).toBe("before "));
    await served.restart();
    await connected();
    await served.guest.print("after");
    await vi.waitFor(() => expect(page.text()).toBe("before after"));
  });

  test("answers the guest's queries of now, not those of the past", async () => {
    await served.guest.print("history");
    await vi.waitFor(() => expect(page.text()).toBe("history"));
    const late = makePage(served);
    late.socket.connect();
    await vi.waitFor(() => expect(late.text()).toBe("history"));
    page.socket.close();
    await vi.waitFor(() => expect(late.socket.mayAnswer).toBe(true));
    await served.guest.print("now");
    await vi.waitFor(() => expect(late.text()).toBe("historynow"));
    expect(late.answers).toEqual([false, true]);
    late.socket.close();
  });

  test("gives up the right to type, and takes it back, losing nothing", async () => {
    await connected();
    page.socket.setReadOnly(true);
    await served.guest.print("while changing");
    await connected();
    expect(page.socket.type("no")).toBe(false);
    page.socket.setReadOnly(false);
    expect(page.socket.status).toMatchObject({ link: "connecting", readOnly: true });
    await connected();
    expect(page.socket.status.readOnly).toBe(false);
    expect(page.socket.type("yes")).toBe(true);
    await vi.waitFor(() => expect(served.guest.typed).toBe("yes"));
    expect(page.text()).toBe("while changing");
  });

  test("takes the console over when asked to", async () => {
    await connected();
    const other = served.guest.hold();
    await vi.waitFor(() => expect(page.socket.status.state).toBe("busy"));
    page.socket.takeOver();
    await connected();
    expect(other.destroyed).toBe(true);
  });

  test("stops when the VM was deleted, and says why", async () => {
    await connected();
    served.say({ running: false, removed: true });
    await vi.waitFor(() =>
      expect(page.socket.status).toMatchObject({ link: "closed", message: "The VM was deleted." }),
    );
  });

  test("acknowledges nothing while the page is hidden, and catches up after", async () => {
    await connected();
    page.socket.holdAcknowledgements(true);
    const output = randomBytes(700_000);
    const printing = served.guest.print(output);
    await vi.waitFor(() => expect(page.output()).toHaveLength(consoleLimits.window));
    page.socket.holdAcknowledgements(false);
    await printing;
    await vi.waitFor(() => expect(page.output().equals(output)).toBe(true));
  });
});

describe("a ConsoleSocket that gets no ticket", () => {
  test("tries again, and stops when it is refused", async () => {
    const served = await serve();
    const ticket = vi
      .fn<(readOnly: boolean) => Promise<string>>()
      .mockRejectedValueOnce(new Error("Passdeck did not answer."))
      .mockRejectedValueOnce(new ConsoleRefused("There is no such VM."));
    const links: string[] = [];
    const page = makePage(served, {
      ticket,
      onStatus: ({ link, message }) => links.push(`${link}: ${message}`),
    });
    page.socket.connect();
    await vi.waitFor(() => expect(page.socket.status.link).toBe("closed"));
    expect(links).toEqual([
      "connecting: null",
      "waiting: Passdeck did not answer.",
      "connecting: Passdeck did not answer.",
      "closed: There is no such VM.",
    ]);
    await served.close();
  });

  test("does not open a socket after it was closed", async () => {
    const served = await serve();
    const connect = vi.fn();
    const page = makePage(served, { connect });
    page.socket.connect();
    page.socket.close();
    await new Promise(setImmediate);
    expect(connect).not.toHaveBeenCalled();
    await served.close();
  });
});

describe("however often the connection breaks", () => {
  test("the page shows exactly what the guest printed", async () => {
    const step = fc.oneof(fc.integer({ min: 1, max: 40_000 }), fc.constant("break" as const));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const served = await serve();
        const page = makePage(served);
        page.socket.connect();
        const printed: Buffer[] = [];
        for (const todo of steps) {
          if (todo === "break") {
            served.sockets.at(-1)?.terminate();
            continue;
          }
          printed.push(randomBytes(todo));
          await served.guest.print(printed.at(-1) ?? "");
        }
        const all = Buffer.concat(printed);
        await vi.waitFor(() => expect(page.output()).toHaveLength(all.length), { interval: 1 });
        expect(page.output().equals(all)).toBe(true);
        page.socket.close();
        await served.close();
      }),
      { numRuns: 40 },
    );
  });
});
