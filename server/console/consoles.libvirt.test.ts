import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { guestDomainXml } from "@/e2e/guest/domain-xml";
import { ensureGuest, guestReadyLine } from "@/e2e/guest/guest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { Fleet } from "../fleet/fleet";
import { testHost } from "../host/test-host.test-data";
import { Connection } from "../libvirt/connection";
import type { Domain } from "../libvirt/protocol/types.gen";
import { parseLibvirtUri } from "../libvirt/uri";
import { Consoles } from "./consoles";
import { fleetConsoleSource } from "./fleet-source";
import { ConsolePeople } from "./people/console-people";
import { serveSockets } from "./testing/socket-server";
import { someone } from "./testing/someone";
import { ViewerClient } from "./testing/viewer-client";

const ada = someone("1", "ada");
const hostId = "local";
const vmId = randomUUID();
const patience = { timeout: 60_000, interval: 10 };

describe("a guest's serial console on a real libvirtd", () => {
  const people = new ConsolePeople();
  let libvirtd: PrivateLibvirtd;
  let fleet: Fleet;
  let consoles: Consoles;
  let server: Awaited<ReturnType<typeof serveSockets>>;
  let domain: Domain;

  /** Somebody else's connection to the same libvirtd. */
  const connect = () => {
    const { dialer, uri } = parseLibvirtUri(libvirtd.uri);
    return Connection.open(dialer, uri);
  };
  const withLibvirt = async <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
    const connection = await connect();
    try {
      return await work(connection);
    } finally {
      await connection.close();
    }
  };
  const startVm = () => withLibvirt((connection) => connection.call("domain_create", { dom: domain }));
  const stopVm = () => withLibvirt((connection) => connection.call("domain_destroy", { dom: domain }));
  const view = (resume: { epoch: string; offset: number } | null = null, readOnly = false) => {
    const viewer = new ViewerClient(server.url);
    const { ticket } = consoles.issueTicket(ada, { hostId, vmId, kind: "serial", readOnly });
    viewer.socket.once("open", () => viewer.send({ type: "open", ticket, resume }));
    return viewer;
  };
  /** Types a sum that only a shell works out. */
  const expectShell = async (viewer: ViewerClient) => {
    const [one, two] = [1_000 + Math.floor(Math.random() * 8_000), 1_000];
    viewer.type(`echo sum $((${one} * ${two}))\n`);
    await viewer.until(({ text }) => text.includes(`sum ${one * two}`));
  };

  beforeAll(async () => {
    libvirtd = await startPrivateLibvirtd();
    const xml = guestDomainXml(await ensureGuest(), { name: "guest", uuid: vmId, network: false });
    domain = await withLibvirt(async (connection) => {
      const { dom } = await connection.call("domain_define_xml_flags", { xml, flags: 0 });
      return dom;
    });
    const log = pino({ level: "silent" });
    fleet = new Fleet([testHost(hostId, libvirtd.uri)], log);
    fleet.start();
    await vi.waitFor(() => expect(fleet.vmsOf(hostId)).toHaveLength(1), patience);
    consoles = new Consoles({ source: fleetConsoleSource(fleet), people, log });
    server = await serveSockets((socket) => consoles.accept(socket, ada));
  });

  afterAll(async () => {
    await consoles?.close();
    await server?.close();
    await fleet?.stop();
    await libvirtd?.stop();
  });

  test("shows the whole boot to who comes after it, and lets two people type", async () => {
    const early = await view().untilState("off");
    await startVm();
    await early.until(({ text }) => text.includes(guestReadyLine));
    const late = await view().until(({ text }) => text.includes(guestReadyLine));
    // Either may be a chunk ahead of the other.
    const seenByBoth = Math.min(early.text.length, late.text.length);
    expect(late.text.slice(0, seenByBoth)).toBe(early.text.slice(0, seenByBoth));
    expect(late.text).toContain("Starting the Passdeck test guest");
    await expectShell(early);
    await expectShell(late);
    await early.until(({ offset }) => offset === late.offset);
    expect(early.text).toBe(late.text);
  });

  test("hears nothing of who only watches, nor of whom the keyboard was taken from", async () => {
    const watcher = await view(null, true).untilState("connected");
    const loser = await view().untilState("connected");
    const holder = await view().untilState("connected");
    const place = { hostId, vmId, kind: "serial" } as const;
    const seat = people.at(place).at(-1) ?? expect.unreachable("nobody is there");
    people.takeKeyboard(place, seat.id, ada.id);
    /** What a viewer sent is dropped by the time that the server answers what it sent after. */
    const typeInVain = async (viewer: ViewerClient, word: string) => {
      const before = viewer.controls.length;
      viewer.type(`echo ${word}$((6*7))\n`);
      viewer.send({ type: "ping" });
      await viewer.until(({ controls }) => controls.slice(before).some(({ type }) => type === "pong"));
    };
    await typeInVain(watcher, "watcher");
    await typeInVain(loser, "loser");
    await expectShell(holder);
    expect(holder.text).not.toMatch(/watcher|loser/);
    people.giveKeyboard(place, seat.id, ada.id);
    await expectShell(loser);
    await typeInVain(watcher, "watcher");
    await expectShell(holder);
    expect(holder.text).not.toContain("watcher");
  });

  test("goes on after libvirtd was killed and started again", async () => {
    const viewer = await view().untilState("connected");
    await libvirtd.kill();
    await viewer.untilState("disconnected");
    await libvirtd.start();
    await viewer.untilState("connected");
    await expectShell(viewer);
  });

  test("says that virsh console holds it, and takes over when told to", async () => {
    const viewer = await view().untilState("connected");
    const other = await connect();
    const theirs = await other.openStream("domain_open_console", { dom: domain, dev_name: null, flags: 1 });
    theirs.on("error", () => undefined).resume();
    await viewer.untilState("busy");
    expect(theirs.destroyed).toBe(false);
    const cut = new Promise((resolve) => theirs.once("close", resolve));
    viewer.send({ type: "take-over" });
    await viewer.untilState("connected");
    await cut;
    await expectShell(viewer);
    await other.close();
  });

  test("comes back when who held it has left", async () => {
    const viewer = await view().untilState("connected");
    const other = await connect();
    const theirs = await other.openStream("domain_open_console", { dom: domain, dev_name: null, flags: 1 });
    theirs.on("error", () => undefined).resume();
    await viewer.untilState("busy");
    await other.close();
    await viewer.untilState("connected");
    await expectShell(viewer);
  });

  test("drops nothing while a guest prints as fast as it can", async () => {
    const viewer = await view().untilState("connected");
    const before = viewer.text.length;
    viewer.type("stty -echo; seq 1 30000; echo the en''d\n");
    await viewer.until(({ text }) => text.includes("the end"));
    const numbers = viewer.text.slice(before).match(/^\d+(?=\r$)/gm) ?? [];
    expect(numbers.map(Number)).toEqual(Array.from({ length: 30_000 }, (_, index) => index + 1));
    expect(viewer.controls.some(({ type }) => type === "gap")).toBe(false);
    viewer.type("stty echo\n");
  });

  test("keeps what was printed over a stop and a new start", async () => {
    const viewer = await view().untilState("connected");
    await viewer.until(({ text }) => text.includes("the end"));
    await stopVm();
    await viewer.untilState("off");
    const { epoch, offset } = viewer;
    viewer.socket.close();
    await startVm();

    const again = await view({ epoch, offset }).until(({ text }) => text.includes(guestReadyLine));
    // What it has by now: more may come to the two of them in any order.
    const { text: printed } = again;
    expect(printed).not.toContain("the end");
    await view().until(({ text }) => text.includes("the end") && text.includes(printed));
  });
});
