import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hostTreeEntries } from "@/e2e/hosts/build-host-tree";
import { demo } from "@/e2e/hosts/demo";
import { xeonE3 } from "@/e2e/hosts/xeon-e3";
import { folderTree } from "../../host/folder-tree";
import type { HostTree } from "../../host/host-tree";
import { withHostTree } from "../../host/open-host";
import { temporaryFolder, treeOfEntries } from "../../host/tree.test-data";
import type { TreeEntry } from "../../host/tree-entries";
import { silence } from "../facts/silence";
import { readHostReport } from "../read-host-report";
import type { HardwareReport } from "../schema";
import { captureHost } from "./capture-host";

/** What a private host has besides its devices: things that must stay on it. */
const privateEntries: TreeEntry[] = [
  {
    kind: "file",
    path: "proc/cmdline",
    text: "BOOT_IMAGE=/vmlinuz root=UUID=aeae42e3-30f2 rd.luks.uuid=luks-77aa cryptdevice=LABEL=secretdisk:x intel_iommu=on ip=10.1.2.3 quiet acmecorp\n",
  },
  {
    kind: "file",
    path: "proc/cpuinfo",
    text: "processor\t: 0\nmodel name\t: Some CPU\nSerial\t\t: 10000000abcdef01\n",
  },
  { kind: "file", path: "proc/version", text: "Linux version 6.1.0 (alice@alices-laptop) (gcc 12) #1 SMP\n" },
  { kind: "file", path: "proc/modules", text: "vfio_pci 16384 0 - Live 0xffffffffc0a1b000\n" },
  { kind: "file", path: "sys/class/dmi/id/product_serial", text: "SERIAL-4711\n" },
  { kind: "file", path: "sys/class/dmi/id/product_uuid", text: "uuid-4711\n" },
  { kind: "file", path: "etc/default/grub", text: "GRUB_PASSWORD=hunter2\n" },
  { kind: "file", path: "proc/sys/kernel/hostname", text: "erasmus\n" },
  { kind: "file", path: "proc/sys/kernel/osrelease", text: "6.1.0-erasmus2\n" },
  {
    kind: "file",
    path: "lib/modules/6.1.0-erasmus2/modules.builtin",
    text: "kernel/drivers/vfio/vfio-pci.ko\n",
  },
  {
    kind: "file",
    path: "etc/os-release",
    text: 'ID=debian\nPRETTY_NAME="Debian 13"\nHOME_URL="https://acmecorp.example/"\nIMAGE_ID=build-4711\n',
  },
  {
    kind: "file",
    path: "etc/modprobe.d/acmecorp.conf",
    text: "# for acmecorp's GPU\noptions vfio-pci ids=10de:1381 # ticket 4711\noptions acmecorp_kvm key=1\n",
  },
  { kind: "file", path: "etc/modprobe.d/kvm.conf", text: "options kvm ignore_msrs=1\n" },
  { kind: "file", path: "etc/shadow", text: "root:hunter2\n" },
  {
    kind: "link",
    path: "sys/class/net/enx00e04c680001",
    target: "../../devices/pci0000:00/0000:00:01.0/0000:01:00.1/usb2/2-1/net/enx00e04c680001",
  },
  { kind: "link", path: "sys/class/net/wg-office", target: "../../devices/virtual/net/wg-office" },
];

/** The report without what a capture replaces or renames, and without what may change between two readings: memory and processes. */
function lasting(report: HardwareReport) {
  return {
    ...report,
    host: { ...report.host, memoryBytes: 0 },
    // A record's /dev/kvm can't be opened.
    checks: report.checks.filter(({ id }) => id !== "kvm-device"),
    network: report.network.interfaces.map(({ addresses, ...facts }) => facts),
    devices: report.devices.map((device) => ({
      ...device,
      serialNumber: null,
      notLookedAt: device.notLookedAt.filter(({ source }) => !/^\/proc\/\d+\/fd$/.test(source)),
      usedBy: device.usedBy.flatMap(({ kind }) => (kind === "address" ? [] : [kind])),
    })),
  };
}

/** The report with the names that a capture gives to the demo's volumes and folders. */
function renamed(report: HardwareReport): HardwareReport {
  const text = JSON.stringify(report)
    .replaceAll("system-root", "group0-volume0")
    .replaceAll("system-swap", "group0-volume1")
    .replaceAll("volume group system", "volume group group0")
    .replaceAll("/srv/films", "/srv/name-0");
  return JSON.parse(text);
}

async function captured(tree: HostTree): Promise<string> {
  const file = join(temporaryFolder(), "host.tar.gz");
  await captureHost(tree, file);
  return file;
}

// A busy machine takes seconds to write and unpack thousands of files.
describe("captureHost", () => {
  test.each([
    ["the demo's host", demo],
    ["the Xeon E3", xeonE3],
  ])("keeps the whole report of %s", async (_, description) => {
    const tree = await treeOfEntries(hostTreeEntries(description));
    const file = await captured(tree);
    expect(await withHostTree(file, readHostReport)).toEqual(renamed(await readHostReport(tree)));
  });

  test("keeps the report of the machine that the tests run on", async () => {
    const tree = folderTree("/");
    const file = await captured(tree);
    const [here, there] = [await readHostReport(tree), await withHostTree(file, readHostReport)];
    expect(lasting(there)).toEqual(lasting(here));
    expect(there.network.interfaces.map(({ addresses }) => addresses.length)).toEqual(
      here.network.interfaces.map(({ addresses }) => addresses.length),
    );
  });

  test("keeps that a card does not answer, and nothing else of any configuration", async () => {
    const config = (address: string, text: string | Uint8Array): TreeEntry => ({
      kind: "file",
      path: `sys/devices/pci0000:00/${address}/config`,
      text,
    });
    const tree = await treeOfEntries([
      ...hostTreeEntries(demo),
      config("0000:00:02.0", silence),
      config("0000:00:03.0", "a serial number of 4711".padEnd(64)),
    ]);
    const file = await captured(tree);
    const report = await withHostTree(file, readHostReport);
    expect(report).toEqual(renamed(await readHostReport(tree)));
    expect(report.devices.filter(({ silent }) => silent).map(({ address }) => address)).toEqual([
      "0000:00:02.0",
    ]);
    expect(execFileSync("tar", ["-xzOf", file], { encoding: "latin1" })).not.toContain("4711");
  });

  test("keeps names that only the host's own pci.ids knows", async () => {
    const tree = await treeOfEntries([
      {
        kind: "file",
        path: "usr/share/misc/pci.ids",
        text: "# Version: 2098.01.01\n10de  NVIDIA of the future\n\t1381  Time machine\n",
      },
      ...hostTreeEntries(xeonE3),
    ]);
    const report = await withHostTree(await captured(tree), readHostReport);
    expect(report.devices[2]).toMatchObject({ vendor: "NVIDIA of the future", product: "Time machine" });
    expect(report).toEqual(await readHostReport(tree));
  });

  test("captures a capture to the same bytes' worth of report", async () => {
    const tree = await treeOfEntries(hostTreeEntries(demo));
    const again = await withHostTree(await captured(tree), captured);
    expect(await withHostTree(again, readHostReport)).toEqual(renamed(await readHostReport(tree)));
  });

  test("leaves what identifies the host or its owner behind", async () => {
    const tree = await treeOfEntries([...privateEntries, ...hostTreeEntries(xeonE3)]);
    const text = execFileSync("tar", ["-xzOf", await captured(tree)], { encoding: "latin1" });
    const names = execFileSync("tar", ["-tvzf", await captured(tree)], { encoding: "latin1" });
    for (const secret of [
      "aeae42e3",
      "77aa",
      "10.1.2.3",
      "abcdef01",
      "alice",
      "c0a1b000",
      "acmecorp",
      "secretdisk",
      "erasmus",
      "4711",
      "hunter2",
    ]) {
      expect(text).not.toContain(secret);
    }
    for (const secret of ["serial", "uuid", "shadow", "acmecorp", "erasmus", "00e04c680001", "wg-office"])
      expect(names).not.toContain(secret);
    const [first, second] = [0, 1].map(
      (number) => `00000000-0000-0000-0000-${`${number}`.padStart(12, "0")}`,
    );
    expect(text).toContain(
      `root=UUID=${first} rd.luks.uuid=${second} cryptdevice=(left-out) intel_iommu=on ip=(left-out) quiet (left-out)`,
    );
    expect(text).toContain("options vfio-pci ids=10de:1381\n");
    expect(names).toContain("modprobe.d/001-captured-vfio.conf");
    expect(names).toContain("modprobe.d/002-captured-vfio.conf");
    expect(names).toContain("sys/class/net/enx000000000000 ->");
  });

  test("tells which device a disk, a screen and a network interface hang on", async () => {
    const tree = await treeOfEntries(hostTreeEntries(demo));
    await withHostTree(await captured(tree), async (copy) => {
      expect(await copy.readLink("sys/class/block/nvme0n1")).toContain("/0000:02:00.0/block/nvme0n1");
      expect(await copy.readLink("sys/class/drm/card0")).toContain("/0000:00:02.0/drm/card0");
      expect(await copy.readLink("sys/class/net/eno1")).toContain("/0000:00:19.0/net/eno1");
    });
  });

  test("is not led out of its folder by a hostile host", async () => {
    const outside = temporaryFolder();
    const device = "sys/bus/pci/devices/0000:00:01.0";
    const tree = await treeOfEntries([
      { kind: "link", path: device, target: `../../../../../../../../..${outside}/planted` },
      { kind: "link", path: "sys/bus/pci/devices/0000:00:02.0", target: `0000:00:01.0/../../..${outside}` },
      { kind: "folder", path: "sys/x" },
    ]);
    await captured(tree);
    expect(execFileSync("ls", ["-A", outside], { encoding: "utf8" })).toBe("");
  });
});
