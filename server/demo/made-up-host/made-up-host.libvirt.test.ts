import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { readGuestCapabilities } from "../../create/host/guest-capabilities";
import { readHostCounters } from "../../fleet/statistics/read-counters";
import { unable } from "../../host/ability";
import { Connection } from "../../libvirt/connection";
import { errorNumber } from "../../libvirt/protocol/constants.gen";
import { parseLibvirtUri } from "../../libvirt/uri";
import { loadNetworks } from "../../network/load-networks";
import { readRange } from "../../storage/read-range";
import { readVolumes } from "../../storage/read-volumes";
import { VolumeWriter } from "../../storage/upload/volume-writer";
import { createVolumeForFile, resizeVolume } from "../../storage/volume-acts";
import { madeUpFile, madeUpFileBytes } from "../made-up-web/made-up-file";
import { madeUpImages } from "../made-up-web/made-up-images";
import { MadeUpHost } from "./made-up-host";

const radeon = "sys/bus/pci/devices/0000:04:00.0/driver";
const patience = { timeout: 30_000, interval: 50 };

let libvirtd: PrivateLibvirtd;
let folder: string;
let made: MadeUpHost;

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  folder = await mkdtemp(join(tmpdir(), "passdeck-made-up-"));
  made = await MadeUpHost.start({
    folder,
    libvirtUri: libvirtd.uri.replace(/^qemu([^?]*)system/, "test$1default"),
    schemas: unable("This test needs none."),
    restartMs: 1,
  });
});

afterAll(async () => {
  await made.host.libvirt.pool.close();
  await made.close();
  await libvirtd.stop();
  await rm(folder, { recursive: true });
});

function ask<Value>(work: (connection: Connection) => Promise<Value>): Promise<Value> {
  return made.host.libvirt.pool.own(work);
}

async function vm(connection: Connection, name: string) {
  return (await connection.call("domain_lookup_by_name", { name })).dom;
}

const driverOf = (link: string) => made.host.files.value?.readLink(link).then((to) => to?.split("/").at(-1));

async function configure(...words: string[]): Promise<void> {
  await made.host.configuration.value?.run(words);
}

/** Has the IOMMU on at the next start, and starts the host anew. */
async function restartWith(parameters: string): Promise<void> {
  const path = "etc/default/grub";
  const from = (await made.host.files.value?.readText(path)) ?? "";
  const to = from.replace(/(_DEFAULT="[^"]*?)(?: intel_iommu=on)?"/, `$1${parameters}"`);
  await made.host.configuration.value?.replace({ path, from, to, executable: false });
  await configure("update-grub");
  const started = new Promise((resolve) => made.onStart(resolve));
  await configure("systemctl", "reboot");
  await started;
}

test("its libvirt tells of the made-up host", async () => {
  expect(await ask((connection) => connection.call("connect_get_hostname"))).toEqual({
    hostname: "workstation",
  });
  expect(await ask((connection) => connection.call("node_get_info"))).toMatchObject({ cpus: 8, threads: 2 });
});

test("its networks can be read", async () => {
  const networks = await ask((connection) => loadNetworks(connection));
  expect(networks).toMatchObject([{ name: "default", bridge: "virbr0", unreadable: null, waiting: [] }]);
});

test("it can make VMs with KVM, as its libvirt tells", async () => {
  const found = await ask((connection) => readGuestCapabilities(connection));
  expect(found).toMatchObject({ architecture: "x86_64", kvm: true, brokenKvm: false, swtpm: true });
  expect(found.firmware).toMatchObject({ uefi: true, secureBoot: true });
  expect(await ask((connection) => readHostCounters(connection))).toMatchObject({
    memoryUsedBytes: 3 * 2 ** 30,
  });
});

test("its volumes take what is written, and are what it is", async () => {
  const place = { pool: "default-pool", volume: "image.qcow2" };
  const [debian] = madeUpImages();
  if (debian === undefined) throw new Error("the catalogue is empty");
  await ask((connection) => createVolumeForFile(connection, place.pool, place.volume, madeUpFileBytes));
  await ask(async (connection) => {
    const writer = await VolumeWriter.open(connection, { ...place, offset: 0, length: madeUpFileBytes });
    for (const piece of madeUpFile(debian)) await writer.write(piece);
    await writer.finish();
  });
  const read = async () =>
    (await ask((connection) => readVolumes(connection, place.pool)))?.find(
      ({ name }) => name === place.volume,
    );
  const { minDiskBytes } = debian;
  expect(await read()).toMatchObject({
    format: "qcow2",
    capacityBytes: minDiskBytes,
    allocationBytes: madeUpFileBytes,
  });
  const head = await ask((connection) => readRange(connection, { ...place, offset: 0, length: 8 }));
  expect(head.toString("latin1")).toBe("QFI\xfb\0\0\0\x03");
  const bytes = await ask((connection) => readRange(connection, { ...place, offset: 4, length: 2 ** 21 }));
  expect(bytes).toHaveLength(2 ** 21);
  await ask((connection) =>
    resizeVolume(connection, place.pool, place.volume, { capacityBytes: 2 ** 40, shrink: false }),
  );
  expect(await read()).toMatchObject({ format: "qcow2", capacityBytes: 2 ** 40 });
});

test("a VM with a card starts once there are groups; the card is the host's again when it stops", async () => {
  const start = (connection: Connection) =>
    vm(connection, "windows-11").then((dom) =>
      connection.call("domain_create_with_flags", { dom, flags: 0 }),
    );
  await expect(ask(start)).rejects.toMatchObject({ code: errorNumber.CONFIG_UNSUPPORTED });

  await restartWith(" intel_iommu=on");
  // It starts with the host.
  expect(await driverOf(radeon)).toBe("vfio-pci");
  await ask(async (connection) =>
    connection.call("domain_destroy_flags", { dom: await vm(connection, "windows-11"), flags: 0 }),
  );
  await vi.waitFor(async () => expect(await driverOf(radeon)).toBe("amdgpu"), patience);
  await ask(start);
  expect(await driverOf(radeon)).toBe("vfio-pci");
});

test("a serial console plays a start with the card's driver", async () => {
  await ask(async (connection) => {
    const dom = await vm(connection, "router");
    const stream = await connection.openStream("domain_open_console", { dom, dev_name: null, flags: 0 });
    let text = "";
    stream.setEncoding("utf8").on("data", (piece: string) => (text += piece));
    await vi.waitFor(() => expect(text).toContain("igb 0000:05:00.0: added PHC"), patience);
    await vi.waitFor(() => expect(text).toMatch(/router login: $/), patience);
    stream.destroy();
  });
});

test("a reset makes all of it new", async () => {
  await ask(async (connection) => {
    const dom = await vm(connection, "freebsd-lab");
    await connection.call("domain_undefine_flags", { dom, flags: 0 });
  });
  await made.host.demo?.reset();
  expect(await made.host.files.value?.readText("proc/cmdline")).not.toContain("intel_iommu");
  expect(await driverOf(radeon)).toBe("amdgpu");
  await ask(async (connection) => expect(await vm(connection, "freebsd-lab")).toMatchObject({ id: -1 }));
});

test("VMs of a libvirt that runs them are left alone", async () => {
  const options = { folder: join(folder, "refused"), schemas: unable("This test needs none."), restartMs: 1 };
  const { dialer, uri } = parseLibvirtUri(libvirtd.uri);
  const connection = await Connection.open(dialer, uri);
  const xml =
    "<domain type='qemu'><name>theirs</name><memory>4096</memory><os><type>hvm</type></os></domain>";
  const { dom } = await connection.call("domain_define_xml_flags", { xml, flags: 0 });
  await expect(MadeUpHost.start({ ...options, libvirtUri: libvirtd.uri })).rejects.toThrow("left alone");
  await connection.call("domain_undefine_flags", { dom, flags: 0 });
  await connection.close();
});
