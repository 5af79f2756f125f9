import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ScreenGuests } from "@/e2e/fixtures/screen-guests";
import { Virsh } from "@/e2e/fixtures/virsh";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { Fleet } from "../../fleet/fleet";
import { idOf } from "../../fleet/read-vm";
import { testHost } from "../../host/test-host.test-data";
import { Connection } from "../../libvirt/connection";
import type { Domain } from "../../libvirt/protocol/types.gen";
import { parseLibvirtUri } from "../../libvirt/uri";
import type { ElementPlan } from "../../xml/build-xml";
import { ConsolePeople } from "../people/console-people";
import { serveSockets } from "../testing/socket-server";
import { someone } from "../testing/someone";
import { fleetGraphics } from "./fleet-graphics";
import { GraphicalConsoles } from "./graphical-consoles";
import { ScreenClient } from "./testing/screen-client";

const ada = someone("1", "ada");
const hostId = "local";
const patience = { timeout: 60_000, interval: 10 };

const vnc = (attributes: Record<string, string>, listen: Record<string, string>): ElementPlan => ({
  name: "graphics",
  attributes: { type: "vnc", ...attributes },
  children: [{ name: "listen", attributes: listen }],
});

describe("the screen of a guest on a real libvirtd", () => {
  const people = new ConsolePeople();
  let libvirtd: PrivateLibvirtd;
  let connection: Connection;
  let fleet: Fleet;
  let consoles: GraphicalConsoles;
  let server: Awaited<ReturnType<typeof serveSockets>>;

  const runVm = async (name: string, graphics: ElementPlan): Promise<Domain> => {
    const xml = bareDomainXml(name, [graphics]);
    const { dom } = await connection.call("domain_define_xml_flags", { xml, flags: 0 });
    await connection.call("domain_create", { dom });
    await vi.waitFor(() => expect(fleet.vm(hostId, idOf(dom)).summary.state).toBe("running"), patience);
    return dom;
  };
  const openById = (vmId: string, readOnly = false) => {
    const { ticket } = consoles.issueTicket(ada, { hostId, vmId, kind: "graphical", readOnly });
    return new ScreenClient(server.url, JSON.stringify({ type: "open", ticket }));
  };
  const open = (dom: Domain) => openById(idOf(dom));

  beforeAll(async () => {
    libvirtd = await startPrivateLibvirtd();
    const { dialer, uri } = parseLibvirtUri(libvirtd.uri);
    connection = await Connection.open(dialer, uri);
    const log = pino({ level: "silent" });
    fleet = new Fleet([testHost(hostId, libvirtd.uri)], log);
    fleet.start();
    await vi.waitFor(() => fleet.host(hostId).current(), patience);
    consoles = new GraphicalConsoles({ source: fleetGraphics(fleet), people, log });
    server = await serveSockets((socket) => consoles.accept(socket, ada));
  });

  afterAll(async () => {
    await consoles?.close();
    await server?.close();
    await fleet?.stop();
    await connection?.close();
    await libvirtd?.stop();
  });

  test("is shown to two at once, signed in to with the definition's password, until the VM goes off", async () => {
    const path = join(tmpdir(), `passdeck-screen-${process.pid}.sock`);
    const dom = await runVm("screen", vnc({ passwd: "secret" }, { type: "socket", socket: path }));
    const first = await open(dom).shakeHands();
    await first.until(({ bytes }) => bytes.length >= 24);
    const second = await open(dom).shakeHands();
    await second.until(({ bytes }) => bytes.length >= 24);
    // ServerInit: a width and a height, which change while the firmware starts, and the VM's name at the end.
    expect(first.bytes.readUInt16BE(0)).toBeGreaterThanOrEqual(640);
    expect(second.bytes.readUInt16BE(0)).toBeGreaterThanOrEqual(640);
    await second.until(({ bytes }) => bytes.includes("screen"));

    // One pixel, not incremental, comes back as an update: of one rectangle, or of two where the firmware drew meanwhile.
    const before = first.bytes.length;
    first.send(Buffer.from("03000000000000010001", "hex"));
    await first.until(({ bytes }) => bytes.length >= before + 16);
    expect(first.bytes.readUInt16BE(before)).toBe(0);
    expect(first.bytes.readUInt16BE(before + 2)).toBeGreaterThanOrEqual(1);

    await connection.call("domain_destroy", { dom });
    expect((await first.untilClosed()).code).toBe(4410);
    expect((await second.untilClosed()).code).toBe(4410);
    await rm(path, { force: true });
  });

  test("hears nothing of who only watches, nor of whom the keyboard was taken from", async () => {
    const virsh = new Virsh(libvirtd.uri);
    const guests = new ScreenGuests(virsh);
    const guest = await guests.define();
    await virsh.run("start", guest.name);
    await guest.untilStarted();
    await vi.waitFor(() => expect(fleet.vm(hostId, guest.uuid).summary.state).toBe("running"), patience);
    const [watcher, loser, holder] = [
      await openById(guest.uuid, true).shakeHands(),
      await openById(guest.uuid).shakeHands(),
      await openById(guest.uuid).shakeHands(),
    ];
    const place = { hostId, vmId: guest.uuid, kind: "graphical" } as const;
    const seat = people.at(place).at(-1) ?? expect.unreachable("nobody is there");
    people.takeKeyboard(place, seat.id, ada.id);
    /** Presses a key, and waits until what came after it was worked off. */
    const press = async (client: ScreenClient, key: string) => {
      const code = key.charCodeAt(0);
      client.send(Buffer.of(4, 1, 0, 0, 0, 0, 0, code, 4, 0, 0, 0, 0, 0, 0, code));
      const before = client.bytes.length;
      client.send(Buffer.from("03000000000000010001", "hex"));
      await client.until(({ bytes }) => bytes.length >= before + 16);
    };
    await press(watcher, "w");
    await press(loser, "l");
    await press(holder, "h");
    await vi.waitFor(async () => expect(await guest.typed()).toBe("h"), patience);
    people.giveKeyboard(place, seat.id, ada.id);
    await press(loser, "m");
    await press(watcher, "w");
    await press(holder, "i");
    await vi.waitFor(async () => expect(await guest.typed()).toBe("hmi"), patience);
    await guests.removeAll();
  });

  test("is refused where others on the network could reach it", async () => {
    const dom = await runVm("exposed", vnc({}, { type: "address", address: "0.0.0.0" }));
    const client = open(dom);
    expect((await client.untilClosed()).code).toBe(4409);
    expect(client.controls).toEqual([
      { type: "refused", message: expect.stringContaining("exposed’s VNC screen listens on 0.0.0.0") },
    ]);
    await connection.call("domain_destroy", { dom });
    await vi.waitFor(() => expect(fleet.vm(hostId, idOf(dom)).summary.state).toBe("off"), patience);
    const late = open(dom);
    await late.untilClosed();
    expect(late.controls).toEqual([{ type: "refused", message: expect.stringContaining("exposed is off") }]);
  });
});
