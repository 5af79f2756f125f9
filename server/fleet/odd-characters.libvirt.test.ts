import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { testHost } from "../host/test-host.test-data";
import { Connection } from "../libvirt/connection";
import { unixDialer } from "../libvirt/dial/unix";
import { loadNetworks } from "../network/load-networks";
import { refreshPool } from "../storage/pool-acts";
import { readPools } from "../storage/read-pools";
import { readVolumes } from "../storage/read-volumes";
import { createPool, dirPool } from "../storage/storage-rig.test-data";
import { buildXml } from "../xml/build-xml";
import { Fleet } from "./fleet";

type Libvirtd = Awaited<ReturnType<typeof startPrivateLibvirtd>>;

/** What libvirt keeps in a title or a name, and gives back. */
const oddTexts = [
  "\uFFFD",
  "a\uFFFDb\u202E\u200F",
  "\u007F\u0085\u009F",
  "tab\tin it",
  "]]> & <x> &amp; \"'",
  "\u2028\u2029\uFEFF.",
  "😀 é 中",
  "long ".repeat(2_000).trim(),
];

let libvirtd: Libvirtd;
let connection: Connection;
let fleet: Fleet;

const defineVm = (name: string, title: string) =>
  connection.call("domain_define_xml_flags", {
    xml: buildXml({
      name: "domain",
      attributes: { type: "qemu" },
      children: [
        { name: "name", text: name },
        { name: "title", text: title },
        { name: "memory", attributes: { unit: "MiB" }, text: "64" },
        {
          name: "os",
          children: [{ name: "type", attributes: { arch: "x86_64", machine: "q35" }, text: "hvm" }],
        },
      ],
    }),
    flags: 0,
  });

const titles = () => new Map(fleet.vmsOf("local").map(({ summary }) => [summary.name, summary.title]));
const until = async (holds: () => boolean) => {
  if (holds()) return;
  await new Promise<void>((resolve) => {
    const stop = fleet.watch(() => {
      if (!holds()) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
};
const isConnected = () => fleet.hostSummaries()[0]?.connection === "connected";

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  connection = await Connection.open(unixDialer(libvirtd.socketPath), "qemu:///system");
  await defineVm("plain", "plain");
  fleet = new Fleet([testHost("local", libvirtd.uri)], pino({ level: "silent" }));
  fleet.start();
  await until(isConnected);
}, 180_000);

afterAll(async () => {
  await fleet?.stop();
  await connection?.close();
  await libvirtd?.stop();
});

test("VMs with odd titles and names are listed, while Passdeck runs and at the next connect, and the others are as before", async () => {
  const before = fleet.vmsOf("local").map(({ summary }) => summary);
  for (const [index, title] of oddTexts.entries()) await defineVm(`odd-${index}`, title);
  await defineVm("n\uFFFDme <&'\"> \u202E", "named");
  const wanted = new Map([
    ["plain", "plain"],
    ...oddTexts.map((title, index): [string, string] => [`odd-${index}`, title]),
    ["n\uFFFDme <&'\"> \u202E", "named"],
  ]);
  await until(() => fleet.vmsOf("local").length === wanted.size);
  expect(titles()).toEqual(wanted);
  expect(fleet.vmsOf("local").map(({ summary }) => summary)).toEqual(expect.arrayContaining(before));
  expect(fleet.vmsOf("local").every(({ summary }) => summary.unreadable === null)).toBe(true);

  const again = new Fleet([testHost("local", libvirtd.uri)], pino({ level: "silent" }));
  const first = fleet;
  fleet = again;
  fleet.start();
  await until(isConnected);
  expect(titles()).toEqual(wanted);
  await first.stop();
});

test("files of every name are volumes of their pool", async () => {
  const folder = join(libvirtd.folder, "lib/storage/odd");
  await mkdir(folder, { recursive: true });
  const names = [
    "plain.img",
    "a\uFFFD.img",
    "\u202Ea.img",
    "]]>&<'\".img",
    "😀.img",
    "\u007F\u0085.img",
    "\uFFFE.img",
    "'q'",
  ];
  for (const name of names) await writeFile(join(folder, name), "x");
  // No UTF-8: a lone byte, and a surrogate written out.
  const broken = [Buffer.from([0x62, 0xff]), Buffer.from([0x63, 0xed, 0xa0, 0x80])];
  for (const name of broken) await writeFile(Buffer.concat([Buffer.from(`${folder}/`), name]), "x");
  await createPool(connection, dirPool("odd", folder));
  await refreshPool(connection, "odd");
  const volumes = (await readVolumes(connection, "odd")) ?? [];
  const [readable, unreadable] = [true, false].map((is) =>
    volumes.filter((volume) => (volume.unreadable === null) === is),
  );
  expect(readable?.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  expect(readable?.map(({ capacityBytes }) => capacityBytes)).toEqual(names.map(() => 1));
  expect(unreadable?.map(({ name }) => name).toSorted()).toEqual(["b\uFFFD", "c\uFFFD\uFFFD\uFFFD"]);
  expect(await readPools(connection)).toMatchObject([{ name: "odd", path: folder, unreadable: null }]);
});

test("so are networks with odd names and domains", async () => {
  for (const [index, name] of ["n\uFFFDt", "\u202Eright", "<&'\">"].entries()) {
    const xml = buildXml({
      name: "network",
      children: [
        { name: "name", text: name },
        { name: "bridge", attributes: { name: `odd${index}` } },
      ],
    });
    await connection.call("network_define_xml", { xml });
  }
  const networks = await loadNetworks(connection);
  expect(networks.map(({ name, unreadable }) => ({ name, unreadable }))).toEqual(
    expect.arrayContaining(["n\uFFFDt", "\u202Eright", "<&'\">"].map((name) => ({ name, unreadable: null }))),
  );
});
