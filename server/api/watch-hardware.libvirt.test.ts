import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { DefinitionVersions } from "../database/definition-versions";
import type { Database } from "../database/open-database";
import { saveDefinition } from "../domain/edit-definition";
import type { HardwareMessage } from "../domain/hardware/hardware.schema";
import { Fleet } from "../fleet/fleet";
import { testHost } from "../host/test-host.test-data";
import { openTestDatabase, silentLog } from "../job/test-world.test-data";
import { Connection } from "../libvirt/connection";
import { parseLibvirtUri } from "../libvirt/uri";
import { DefinitionHistory } from "../work/definition/definition-history";
import { UsbPorts } from "../work/usb/usb-ports";
import { watchHardware } from "./watch-hardware";

const run = promisify(execFile);
const hostId = "local";
const name = `watch-${randomBytes(4).toString("hex")}`;

let libvirtd: PrivateLibvirtd;
let fleet: Fleet;
let database: Database;
let definitions: DefinitionHistory;
let unfollow = () => {};

const virsh = async (...words: string[]) =>
  (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();

/** As another program would. */
async function define(more: string): Promise<void> {
  const { dialer, uri } = parseLibvirtUri(libvirtd.uri);
  const connection = await Connection.open(dialer, uri);
  await saveDefinition(
    connection,
    `<domain type='qemu'><name>${name}</name>${more}<memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os></domain>`,
  );
  await connection.close();
}

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  await define("");
  fleet = new Fleet([testHost(hostId, libvirtd.uri)], silentLog);
  fleet.start();
  await vi.waitUntil(() => fleet.vmsOf(hostId).length > 0, { timeout: 60_000, interval: 20 });
  database = openTestDatabase();
  definitions = new DefinitionHistory(fleet, new DefinitionVersions(database), silentLog);
  unfollow = definitions.follow();
}, 180_000);

afterAll(async () => {
  unfollow();
  await fleet?.stop();
  await virsh("destroy", name).catch(() => undefined);
  await virsh("undefine", name).catch(() => undefined);
  await libvirtd?.stop();
  database?.close();
});

test("tells of what is there, and of what others change, whether the VM runs or not", async () => {
  const messages: HardwareMessage[] = [];
  const vmId = await virsh("domuuid", name);
  const usbPorts = new UsbPorts({ fleet, definitions, log: silentLog });
  const stop = watchHardware({ fleet, definitions, usbPorts }, { hostId, vmId }, (message) =>
    messages.push(message),
  );
  const latest = () => {
    const message = messages.at(-1);
    return message !== undefined && "hardware" in message ? message.hardware : null;
  };
  const titleIs = (title: string | null) =>
    latest()?.sections.find(({ id }) => id === "general")?.values.title === title;
  await vi.waitUntil(() => titleIs(null), { timeout: 60_000 });
  expect(latest()?.running).toBe(false);
  const titled = (title: string) => define(`<uuid>${vmId}</uuid><title>${title}</title>`);
  await titled("One");
  await vi.waitUntil(() => titleIs("One"), { timeout: 60_000 });
  await virsh("start", name);
  await vi.waitUntil(() => latest()?.running, { timeout: 60_000 });
  await titled("Two");
  await vi.waitUntil(() => titleIs("Two"), { timeout: 60_000 });
  stop();
  const told = messages.length;
  await titled("Three");
  expect(await virsh("desc", name, "--title", "--config")).toBe("Three");
  expect(messages).toHaveLength(told);
}, 90_000);
