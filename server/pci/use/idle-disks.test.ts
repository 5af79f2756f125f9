import { describe, expect, test } from "vitest";
import { busyTree, file, place } from "@/e2e/hosts/busy-host";
import {
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
import type { TreeEntry } from "../../host/tree-entries";
import { readHostReport } from "../read-host-report";
import { judgeHost } from "../verdict/judge";
import { verdictAt } from "./disk-verdict.test-data";

const nvme = "0000:02:00.0";
const sata = "0000:00:17.0";
const firstNic = "0000:03:00.0";

const isHostStorage = "blocked, block host-storage";

test("a disk is idle where all was read and nothing claims it", async () => {
  expect(await verdictAt(nvme, disks("", "E:ID_FS_TYPE=ntfs"))).toBe("bindable");
  expect(await verdictAt(sata, disks("", "E:ID_FS_TYPE=ntfs"))).toBe("bindable");
});

describe("a disk is the host's as a member of", () => {
  const uuid = "3d2c7a10-0000-4000-8000-00000000000a";
  const member = (name: string): TreeEntry => ({
    kind: "folder",
    path: `sys/fs/btrfs/${uuid}/devices/${name}`,
  });
  const bcachefs = (number: number, name: string): TreeEntry => ({
    kind: "link",
    path: `sys/fs/bcachefs/${uuid}/dev-${number}/block`,
    target: `../../../../class/block/${name}`,
  });

  test.each<[string, readonly TreeEntry[]]>([
    // btrfs(5): the kernel lists all devices of a mounted file system; init/do_mounts.c calls the root /dev/root.
    [
      "a Btrfs root that the kernel mounted itself",
      [...disks(), member("nvme0n1p1"), member("sda1"), mounted("2 1 0:31 / / rw - btrfs /dev/root rw")],
    ],
    [
      "a Btrfs of two disks, of which the mount table names one",
      [
        ...disks(),
        member("nvme0n1p1"),
        member("sda1"),
        mounted("2 1 0:31 / /srv rw - btrfs /dev/nvme0n1p1 rw"),
      ],
    ],
    // bcachefs's manual, "Mounting": devices divided by colons; sysfs has dev-N/block.
    [
      "a bcachefs",
      [
        ...disks(),
        bcachefs(0, "nvme0n1p1"),
        bcachefs(1, "sda1"),
        mounted("2 1 0:32 / /srv rw - bcachefs /dev/nvme0n1p1:/dev/sda1 rw"),
      ],
    ],
    [
      "a bcachefs that is told by UUID",
      [
        ...disks(`E:ID_FS_TYPE=bcachefs\nE:ID_FS_UUID=${uuid}`),
        bcachefs(0, "nvme0n1p1"),
        bcachefs(1, "sda1"),
        mounted(`2 1 0:32 / /srv rw - bcachefs UUID=${uuid} rw`),
      ],
    ],
    // zpoolconcepts(7): cache devices and spares hold no pool's name.
    [
      "an imported ZFS pool, as a spare",
      [
        ...disks("E:ID_FS_TYPE=zfs_member\nE:ID_FS_LABEL=tank", "E:ID_FS_TYPE=zfs_member"),
        { kind: "folder", path: "proc/spl/kstat/zfs/tank" },
      ],
    ],
    // docs.unraid.net, "Overview of the array": parity disks have no file system; md_unraid makes no links.
    [
      "Unraid's array, as parity",
      [
        ...disks(),
        ...made("md1p1", "9:1"),
        file(
          "proc/mdstat",
          "mdState=STARTED\ndiskName.0=\nrdevName.0=sda\ndiskName.1=md1p1\nrdevName.1=nvme0n1\n",
        ),
        mounted("2 1 9:1 / /mnt/disk1 rw - xfs /dev/md1p1 rw"),
      ],
    ],
    // md(4): /proc/mdstat.
    [
      "a RAID whose links can't be seen",
      [
        ...disks(),
        ...made("md7", "9:7"),
        file("proc/mdstat", "Personalities : [raid1]\nmd7 : active raid1 nvme0n1p1[1] sda1[0]\n"),
      ],
    ],
    // dm-cache, dmsetup(8).
    ["a cache of the device mapper", [...disks(), ...mapped(0, "vg-fast", "LVM-x", ["nvme0n1p1", "sda1"])]],
    // Documentation/admin-guide/device-mapper/dm-init.rst: a volume need not be mounted to have a user.
    [
      "an encrypted volume that nobody mounted",
      [...disks(), ...mapped(0, "vault", "CRYPT-LUKS2-x", ["sda1"])],
    ],
    // losetup(8).
    [
      "a loop device over it",
      [
        ...disks(),
        ...made("loop3", "7:3", [], { "loop/backing_file": "/dev/sda1" }),
        mounted("2 1 7:3 / /mnt rw - ext4 /dev/loop3 rw"),
      ],
    ],
    // Documentation/admin-guide/blockdev/zram.rst, "writeback".
    [
      "what a compressed RAM disk is written to",
      [...disks(), ...made("zram0", "252:0", [], { backing_dev: "/dev/sda1" })],
    ],
    [
      "swap by a further name of it",
      [
        ...disks("", "S:disk/by-partlabel/swap"),
        file(
          "proc/swaps",
          "Filename Type Size Used Priority\n/dev/disk/by-partlabel/swap partition 1 0 -2\n",
        ),
      ],
    ],
    // target_core_configfs.c: LIO holds its backstores without any process.
    [
      "a storage target's backstore",
      [
        ...disks("", "S:disk/by-id/ata-X-part1"),
        file("sys/kernel/config/target/core/iblock_0/vol1/udev_path", "/dev/disk/by-id/ata-X-part1\n"),
      ],
    ],
    // Documentation/nvme/nvme-pci-endpoint-target.rst, "namespaces".
    [
      "a namespace of an NVMe target",
      [
        ...disks(),
        file("sys/kernel/config/nvmet/subsystems/nqn.x/namespaces/1/device_path", "/dev/sda1\n"),
        file("sys/kernel/config/nvmet/subsystems/nqn.x/namespaces/1/enable", "1\n"),
      ],
    ],
    // mount_namespaces(7): what a container has mounted need not be in the host's own table.
    [
      "what only a container has mounted",
      [
        ...disks(),
        ...process(90, "postgres", []),
        { kind: "folder", path: "proc/90/fd" },
        file("proc/90/mountinfo", "5 4 8:1 / /data rw - ext4 /dev/sda1 rw\n"),
      ],
    ],
  ])("%s", async (_, entries) => {
    expect(await verdictAt(sata, entries)).toBe(isHostStorage);
  });
});

describe("a network card that a disk comes over is the host's storage", () => {
  const iscsi = mounted("2 1 8:32 / /srv rw - xfs /dev/sdc rw");

  // open-iscsi's README, 5: an interface is bound by its name or its address, or found by the route.
  test.each([{ netdev: "enp3s0" }, { netdev: "<NULL>", ipaddress: "198.51.100.7" }, { netdev: "<NULL>" }])(
    "by iSCSI with %o",
    async (attributes) => {
      expect(await verdictAt(firstNic, [...disks(), ...overIscsi(attributes), iscsi])).toContain(
        "block host-storage",
      );
    },
  );

  // nvme-connect(1): traddr, host_iface.
  test("by NVMe over TCP", async () => {
    const controller = "sys/devices/virtual/nvme-fabrics/ctl/nvme5";
    const entries: TreeEntry[] = [
      ...overIscsi({}),
      { kind: "link", path: "sys/class/block/nvme5n1", target: `../../../${controller}/nvme5n1` },
      file(`${controller}/nvme5n1/dev`, "259:9\n"),
      { kind: "link", path: "sys/class/nvme/nvme5", target: `../../../${controller}` },
      file(`${controller}/transport`, "tcp\n"),
      file(`${controller}/address`, "traddr=198.51.100.21,trsvcid=4420\n"),
      held("259:9", "E:ID_FS_TYPE=ext4"),
      mounted("2 1 259:9 / /srv rw - ext4 /dev/nvme5n1 rw"),
    ];
    expect(await verdictAt(firstNic, entries)).toContain("block host-storage");
  });

  test("and a disk without any use is a risk", async () => {
    expect(await verdictAt(firstNic, overIscsi({ netdev: "enp3s0" }))).toContain("risk host-storage");
  });
});

test("a disk of which udev believes no signature is a risk", async () => {
  const ambivalent = disks("", "E:ID_FS_AMBIVALENT=filesystem:zfs_member:5000 filesystem:ext4:1.0");
  expect(await verdictAt(sata, ambivalent)).toBe("risky, risk not-looked-at");
});

describe("what was not looked at is no proof", () => {
  const without = (entries: readonly TreeEntry[], path: string) =>
    [...entries, ...plainHost].filter((entry) => entry.path !== path && !entry.path.startsWith(`${path}/`));
  const risk = "risky, risk not-looked-at";

  test.each(["proc/self/mountinfo", "proc/swaps", "run/udev", "run/udev/data/b8:1"])("%s", async (path) => {
    const report = await readHostReport(await busyTree(without(disks(), path)));
    const judged = judgeHost(report, { managementDevices: [], attachments: new Map() });
    const { verdict } = judged.devices.find(({ address }) => address === sata) ?? {};
    expect(verdict?.status).toBe("risky");
    expect(verdict?.reasons[0]).toMatchObject({
      code: "not-looked-at",
      message: expect.stringContaining(`/${path}`),
    });
  });

  test("a disk behind what nobody can see through: DRBD", async () => {
    // drbd.conf(5): the disk below stands in the configuration, and nowhere in sysfs.
    const drbd = [...disks(), ...made("drbd0", "147:0"), mounted("2 1 147:0 / /srv rw - ext4 /dev/drbd0 rw")];
    expect(await verdictAt(sata, drbd)).toBe(risk);
    expect(await verdictAt(nvme, drbd)).toBe(risk);
    // Newer kernels link it, and a resource names it.
    const linked = [...disks(), ...made("drbd0", "147:0", ["sda1"])];
    expect(await verdictAt(sata, linked)).toBe(isHostStorage);
    const resource = file("etc/drbd.d/r0.res", 'resource r0 { device minor 0; disk "/dev/sda1"; }\n');
    const named = await verdictAt(sata, [...disks(), resource]);
    expect(named).toContain("host-storage");
  });

  test("a controller whose disks are not listed", async () => {
    const report = await readHostReport(
      await busyTree([...without([], "sys/class/block"), ...driver(place.sata, "ahci")]),
    );
    expect(report.devices.find(({ address }) => address === sata)?.notLookedAt).toEqual([
      { source: "/sys/class/block", question: "which disks it has", weight: "risk" },
    ]);
  });
});
