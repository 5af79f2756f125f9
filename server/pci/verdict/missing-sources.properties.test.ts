import { rename } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { busyEntries, file, inClass, net, place } from "@/e2e/hosts/busy-host";
import {
  character,
  disks,
  driver,
  held,
  made,
  mapped,
  mounted,
  overIscsi,
  plainHost,
  process,
} from "@/e2e/hosts/busy-parts";
import { folderTree } from "../../host/folder-tree";
import { temporaryFolder } from "../../host/tree.test-data";
import { type TreeEntry, writeTree } from "../../host/tree-entries";
import { readHostReport } from "../read-host-report";
import type { JudgedDevice } from "../schema";
import { verdictStatuses } from "../verdict.schema";
import { judgeHost } from "./judge";

/** What may be on a host, with the sources that tell of it. Lines of the mount table are put together. */
interface Part {
  mounts?: string[];
  entries: readonly TreeEntry[];
}

const pool: TreeEntry = { kind: "folder", path: "proc/spl/kstat/zfs/tank" };
const mediated = "7f1d9c2e-0000-4000-8000-00000000000c";

const modules = "zfs 1 0 - Live 0x0\ntarget_core_mod 1 0 - Live 0x0\n";
const routeHead = "Iface Destination Gateway Flags RefCnt Use Metric Mask\n";

/** The namespaces of a process. */
function namespace(id: string, mount: string, network: string): TreeEntry[] {
  return [
    { kind: "link", path: `proc/${id}/ns/mnt`, target: `mnt:[${mount}]` },
    { kind: "link", path: `proc/${id}/ns/net`, target: `net:[${network}]` },
  ];
}

const parts: readonly Part[] = [
  { mounts: ["2 1 259:1 / /srv rw - ext4 /dev/nvme0n1p1 rw"], entries: [] },
  {
    mounts: ["2 1 0:31 / / rw - btrfs /dev/root rw"],
    entries: ["nvme0n1p1", "sda1"].map((name) => ({
      kind: "folder",
      path: `sys/fs/btrfs/77/devices/${name}`,
    })),
  },
  { entries: [pool, held("8:1", "E:ID_FS_TYPE=zfs_member"), file("proc/modules", modules)] },
  {
    entries: [
      file("sys/kernel/config/target/core/iblock_0/vol1/udev_path", "/dev/sda1\n"),
      file("proc/modules", modules),
    ],
  },
  {
    mounts: ["4 1 0:60 / /mnt/nas rw - nfs4 nas:/export rw,addr=198.51.100.20"],
    entries: overIscsi({ netdev: "enp3s0" }),
  },
  {
    entries: [
      ...driver(place.secondNic, "igb"),
      ...net("enp4s0", place.secondNic),
      file("proc/net/route", `${routeHead}enp4s0 000200C0 00000000 0001 0 0 0 00FFFFFF\n`),
      file(
        "proc/net/fib_trie",
        "Local:\n  |-- 192.0.2.7\n     /32 host LOCAL\nId 100:\n  |-- 0.0.0.0\n     /0 universe UNICAST\n",
      ),
    ],
  },
  {
    entries: [
      ...driver(place.secondNic, "igb"),
      ...namespace("self", "1", "1"),
      ...namespace("1", "1", "1"),
      ...namespace("90", "2", "2"),
      ...process(90, "frr", ["/dev/null"]),
      file("proc/90/net/dev", "Inter-| Receive\n face |bytes\n  eth1: 0 0\n"),
    ],
  },
  { entries: mapped(0, "vg-data", "LVM-x", ["sda1"]) },
  { entries: mapped(1, "vault", "CRYPT-LUKS2-x", ["nvme0n1p1"]) },
  { entries: made("md7", "9:7", ["sda1", "nvme0n1p1"], { "md/level": "raid1" }) },
  { entries: made("loop3", "7:3", [], { "loop/backing_file": "/dev/sda1" }) },
  { entries: [file("proc/swaps", "Filename Type Size Used Priority\n/dev/sda1 partition 1 0 -2\n")] },
  { mounts: ["3 1 8:32 / /mnt rw - xfs /dev/sdc rw"], entries: overIscsi({ netdev: "enp3s0" }) },
  {
    entries: process(
      77,
      "qemu-system-x86",
      ["/dev/nvme0n1p1", "/dev/vfio/8"],
      ["/usr/bin/qemu-system-x86_64"],
    ),
  },
  {
    entries: [
      ...driver(place.gpu, "nvidia"),
      ...inClass(`sys/bus/mdev/devices/${mediated}`, `${place.gpu}/${mediated}`),
      { kind: "folder", path: "sys/class/mdev_bus/0000:05:00.0" },
    ],
  },
  {
    entries: [
      ...driver(place.gpu, "amdgpu"),
      ...character("226:128", `${place.gpu}/drm/renderD128`),
      ...process(78, "ollama", ["/dev/dri/renderD128"]),
    ],
  },
  {
    entries: [
      ...driver(place.usb, "xhci_hcd"),
      ...character("188:0", `${place.usb}/usb1/1-4/ttyUSB0`),
      ...process(79, "hass", ["/dev/ttyUSB0"]),
    ],
  },
  { entries: process(80, "kvm", [], ["kvm", "-device", "vfio-pci,host=06:00.0"]) },
];

/** Files and folders that tell of uses. What is listed is a thing of the host; these are what tells of it. */
const sources = [
  "proc",
  "proc/self/mountinfo",
  "proc/swaps",
  "proc/mdstat",
  "proc/cmdline",
  "proc/modules",
  "proc/spl",
  "proc/net/route",
  "proc/net/fib_trie",
  "proc/77/fd",
  "proc/77/comm",
  "proc/77/cmdline",
  "proc/78/fd",
  "proc/79/fd",
  "proc/80/comm",
  "proc/90/ns",
  "proc/90/ns/net",
  "proc/90/net",
  "sys/kernel/config",
  "run",
  "run/udev/data/b259:1",
  "run/udev/data/b8:0",
  "run/udev/data/b8:1",
  "etc",
  "sys/class/block",
  "sys/class/net",
  "sys/class/iscsi_host",
  "sys/class/iscsi_connection",
  "sys/fs/btrfs",
  "sys/dev/char",
  "sys/bus/mdev",
  "sys/class/mdev_bus",
  "sys/devices/virtual/block/dm-0/slaves",
  "sys/devices/virtual/block/dm-0/dm",
  "sys/devices/virtual/block/dm-1/slaves",
  "sys/devices/virtual/block/dm-1/dm/uuid",
  "sys/devices/virtual/block/dm-1/size",
  "sys/devices/virtual/block/md7/slaves",
  "sys/devices/virtual/block/md7/md",
  "sys/devices/virtual/block/loop3/loop",
  `${place.sata}/ata1/host0/target0:0:0/0:0:0:0/block/sda/dev`,
  `${place.sata}/ata1/host0/target0:0:0/0:0:0:0/block/sda/sda1/dev`,
  `${place.sata}/ata1/host0/target0:0:0/0:0:0:0/block/sda/size`,
];

const someParts = fc.subarray([...parts], { minLength: 1, maxLength: 5 });

function hostOf(chosen: readonly Part[]): TreeEntry[] {
  const mounts = chosen.flatMap((part) => part.mounts ?? []);
  return busyEntries([
    ...chosen.flatMap(({ entries }) => entries),
    mounted(...mounts),
    ...disks(),
    ...plainHost,
  ]);
}

async function judged(folder: string): Promise<readonly JudgedDevice[]> {
  const report = await readHostReport(folderTree(folder));
  return judgeHost(report, { managementDevices: [], attachments: new Map() }).devices;
}

/**
 * A verdict may fall from blocked to risky, where what blocked it can't be seen any more, if it says so; it never falls
 * further. Lists of /etc are the exception: a host need not have them, so that a missing one is an answer.
 */
function problemOf(before: JudgedDevice, after: JudgedDevice | undefined): string[] {
  if (after === undefined) return [`${before.address} is gone`];
  const [was, is] = [before, after].map(({ verdict }) => verdictStatuses.indexOf(verdict.status));
  if ((is ?? 0) >= (was ?? 0)) return [];
  const says = after.verdict.reasons.some(
    ({ code, weight }) => code === "not-looked-at" && weight === "risk",
  );
  if (before.verdict.status === "blocked" && after.verdict.status === "risky" && says) return [];
  return [`${before.address}: ${before.verdict.status} became ${after.verdict.status}`];
}

test("a host without one of its sources has no better verdict", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(someParts, async (chosen) => {
      const folder = temporaryFolder();
      await writeTree(folder, hostOf(chosen));
      const whole = await judged(folder);
      for (const source of sources) {
        const [path, aside] = [join(folder, source), join(folder, "aside")];
        const isThere = await rename(path, aside).then(
          () => true,
          () => false,
        );
        if (!isThere) continue;
        const less = await judged(folder);
        await rename(aside, path);
        const problems = whole.flatMap((device) =>
          problemOf(
            device,
            less.find(({ address }) => address === device.address),
          ),
        );
        expect(problems, `without ${source}`).toEqual([]);
      }
    }),
    { numRuns: 12 },
  );
});
