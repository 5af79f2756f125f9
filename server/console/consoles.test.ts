import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AppError } from "../errors";
import { Consoles } from "./consoles";
import { type ConsoleLimits, consoleLimits } from "./limits";
import type { ConsoleSource, ConsoleVm, ConsoleVmChange } from "./source";
import { FakeGuest } from "./testing/fake-guest";
import { serveSockets } from "./testing/socket-server";
import { someone } from "./testing/someone";
import { ViewerClient } from "./testing/viewer-client";

const ada = someone("1", "ada");
const vm: ConsoleVm = {
  hostId: "local",
  vmId: "7c1f3f6e-0000-4000-8000-000000000001",
  running: true,
  hasSerialConsole: true,
};
const serial = { hostId: vm.hostId, vmId: vm.vmId, kind: "serial", readOnly: false } as const;

class FakeSource implements ConsoleSource {
  readonly guests = new Map<string, FakeGuest>();
  #listener: ((change: ConsoleVmChange) => void) | null = null;

  readonly #vms: ConsoleVm[];

  constructor(vms: ConsoleVm[]) {
    this.#vms = vms;
  }

  list() {
    return this.#vms;
  }

  onVmChange(listener: (change: ConsoleVmChange) => void) {
    this.#listener = listener;
    return () => {
      this.#listener = null;
    };
  }

  open(_hostId: string, vmId: string, force: boolean) {
    return this.guestOf(vmId).open(force);
  }

  guestOf(vmId: string): FakeGuest {
    const guest = this.guests.get(vmId) ?? new FakeGuest();
    this.guests.set(vmId, guest);
    return guest;
  }

  say(change: Partial<ConsoleVmChange>) {
    this.#listener?.({ ...vm, removed: false, ...change });
  }
}

async function serveConsoles(vms: ConsoleVm[], limits: Partial<ConsoleLimits> = {}) {
  const source = new FakeSource(vms);
  const log = { info: vi.fn(), error: vi.fn() };
  const consoles = new Consoles({ source, log, limits: { ...consoleLimits, firstRetry: 1, ...limits } });
  const server = await serveSockets((socket, query) => {
    consoles.accept(socket, someone(query.get("user") ?? "", "someone"));
  });
  const connect = (first: unknown, user = ada.id) => {
    const viewer = new ViewerClient(`${server.url}?user=${user}`);
    viewer.socket.once("open", () => viewer.socket.send(Buffer.isBuffer(first) ? first : String(first)));
    return viewer;
  };
  const open = (request = serial) => {
    const { ticket } = consoles.issueTicket(ada, request);
    return connect(JSON.stringify({ type: "open", ticket }));
  };
  const close = async () => {
    await consoles.close();
    await server.close();
  };
  return { source, log, consoles, connect, open, close, url: server.url };
}

describe("Consoles", () => {
  let served: Awaited<ReturnType<typeof serveConsoles>>;
  beforeEach(async () => {
    served = await serveConsoles([vm]);
  });
  afterEach(() => served.close());

  test("keeps what a VM prints before anybody watches", async () => {
    await served.source.guestOf(vm.vmId).print("SeaBIOS");
    await served.open().until(({ text }) => text === "SeaBIOS");
  });

  test("has no ticket for a VM that is not there", () => {
    const elsewhere = { ...serial, hostId: "other" };
    expect(() => served.consoles.issueTicket(ada, elsewhere)).toThrow(AppError);
  });

  test("refuses a ticket that was used, and one of another user", async () => {
    const { ticket } = served.consoles.issueTicket(ada, serial);
    const frame = JSON.stringify({ type: "open", ticket });
    await served.connect(frame).untilState("connected");
    expect((await served.connect(frame).untilClosed()).code).toBe(4403);
    const another = served.consoles.issueTicket(ada, serial).ticket;
    const stolen = served.connect(JSON.stringify({ type: "open", ticket: another }), "2");
    expect((await stolen.untilClosed()).code).toBe(4403);
  });

  test.each([
    ["nothing", ""],
    ["no JSON", "\u0000{"],
    ["another message", '{"type":"ack","offset":1}'],
    ["bytes", Buffer.from('{"type":"open","ticket":"t"}')],
  ])("closes a socket whose first frame is %s", async (_, frame) => {
    expect((await served.connect(frame).untilClosed()).code).toBe(4400);
  });

  test("closes a socket that says nothing", async () => {
    const impatient = await serveConsoles([vm], { firstFrameWithin: 1 });
    const silent = new ViewerClient(`${impatient.url}?user=1`);
    expect((await silent.untilClosed()).code).toBe(4400);
    await impatient.close();
  });

  test("writes down who opened and closed what, and no ticket", async () => {
    const viewer = await served.open().untilState("connected");
    viewer.socket.close();
    await vi.waitFor(() => expect(served.log.info).toHaveBeenCalledTimes(2));
    const fields = {
      user: "someone",
      address: "192.0.2.1",
      hostId: "local",
      vmId: vm.vmId,
      kind: "serial",
      readOnly: false,
    };
    expect(served.log.info.mock.calls).toEqual([
      [fields, "console opened"],
      [fields, "console closed"],
    ]);
  });

  test("follows a VM off and on again, and keeps what it printed", async () => {
    const guest = served.source.guestOf(vm.vmId);
    await guest.print("first ");
    const viewer = await served.open().until(({ text }) => text === "first ");
    served.source.say({ running: false });
    guest.cut();
    await viewer.untilState("off");
    served.source.say({ running: true });
    await viewer.untilState("connected");
    await guest.print("second");
    await viewer.until(({ text }) => text === "first second");
  });

  test("opens for a VM that is off, and for one without a console, and says so", async () => {
    served.source.say({ vmId: "b", running: false });
    served.source.say({ vmId: "c", hasSerialConsole: false });
    await served.open({ ...serial, vmId: "b" }).untilState("off");
    await served.open({ ...serial, vmId: "c" }).untilState("no-device");
  });

  test("closes the console of a VM that was deleted", async () => {
    const viewer = await served.open().untilState("connected");
    const { ticket } = served.consoles.issueTicket(ada, serial);
    served.source.say({ running: false, removed: true });
    expect((await viewer.untilClosed()).code).toBe(4404);
    const late = served.connect(JSON.stringify({ type: "open", ticket }));
    expect((await late.untilClosed()).code).toBe(4404);
  });

  test("takes so many viewers of one console and no more", async () => {
    const small = await serveConsoles([vm], { viewersPerSession: 1 });
    await small.open().untilState("connected");
    expect((await small.open().untilClosed()).code).toBe(4429);
    await small.close();
  });

  test("keeps so many consoles and no more, those that are watched first", async () => {
    const other = { ...vm, vmId: "b" };
    const small = await serveConsoles([vm, other], { sessions: 1 });
    expect(small.source.guestOf("b").asked).toEqual([]);
    const viewer = await small.open({ ...serial, vmId: "b" }).untilState("connected");
    expect((await small.open().untilClosed()).code).toBe(4429);
    expect(viewer.closed).toBeNull();
    await small.close();
  });

  test("opens only so many consoles at the same time", async () => {
    const vms = Array.from({ length: 40 }, (_, number) => ({ ...vm, vmId: `vm ${number}` }));
    let opening = 0;
    let most = 0;
    const source = new FakeSource(vms);
    const guests = new FakeSource(vms);
    let opened = 0;
    source.open = async (hostId, vmId, force) => {
      most = Math.max(most, ++opening);
      await new Promise(setImmediate);
      opening--;
      opened++;
      return guests.open(hostId, vmId, force);
    };
    const consoles = new Consoles({ source, log: { info: () => undefined, error: () => undefined } });
    await vi.waitFor(() => expect(opened).toBe(40));
    expect(most).toBe(8);
    await consoles.close();
  });

  test("says goodbye when the server stops, also to who has shown no ticket yet", async () => {
    const viewer = await served.open().untilState("connected");
    const { ticket } = served.consoles.issueTicket(ada, serial);
    const early = new ViewerClient(`${served.url}?user=1`);
    await new Promise((resolve) => early.socket.once("open", resolve));
    const closing = served.consoles.close();
    early.send({ type: "open", ticket });
    expect(await viewer.untilClosed()).toEqual({ code: 1012, reason: "Passdeck is restarting." });
    expect((await early.untilClosed()).code).toBe(1012);
    await closing;
  });

  test("does not wait for ever for a browser that does not answer", async () => {
    const hasty = await serveConsoles([vm], { farewell: 1 });
    const viewer = await hasty.open().untilState("connected");
    viewer.socket.pause();
    await hasty.consoles.close();
    viewer.socket.resume();
    await hasty.close();
  });
});
