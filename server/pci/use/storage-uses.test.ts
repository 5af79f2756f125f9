import { describe, expect, test } from "vitest";
import { block, busyHost, file, place, usesAt } from "@/e2e/hosts/busy-host";
import type { TreeEntry } from "../../host/tree-entries";

const nvme = "0000:02:00.0";
const sata = "0000:00:17.0";
const virtual = "sys/devices/virtual/block";

const nvmeDisk = [
  ...block("nvme0n1", `${place.nvme}/nvme/nvme0/nvme0n1`, { dev: "259:0" }),
  ...block("nvme0n1p1", `${place.nvme}/nvme/nvme0/nvme0n1/nvme0n1p1`, { dev: "259:1" }),
  ...block("nvme0n1p2", `${place.nvme}/nvme/nvme0/nvme0n1/nvme0n1p2`, { dev: "259:2" }),
];
const sataDisks = ["a", "b"].flatMap((letter, index) => [
  ...block(`sd${letter}`, `${place.sata}/ata${index}/host${index}/block/sd${letter}`, {
    dev: `8:${index * 16}`,
  }),
  ...block(`sd${letter}1`, `${place.sata}/ata${index}/host${index}/block/sd${letter}/sd${letter}1`, {
    dev: `8:${index * 16 + 1}`,
  }),
]);

function mounted(...lines: string[]): TreeEntry {
  return file("proc/self/mountinfo", lines.map((line) => `${line}\n`).join(""));
}

describe("file systems", () => {
  test("are found on the device that holds them, each once", async () => {
    const report = await busyHost([
      ...nvmeDisk,
      mounted(
        "22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw",
        "23 22 259:1 / /boot/efi rw - vfat /dev/nvme0n1p1 rw",
        "24 22 259:2 /srv /srv/my\\040files rw shared:2 master:3 - ext4 /dev/nvme0n1p2 rw",
        "25 22 0:21 / /proc rw - proc proc rw",
      ),
    ]);
    expect(usesAt(report, nvme)).toEqual([
      "root-file-system: /, /srv/my files on nvme0n1p2",
      "file-system: /boot/efi on nvme0n1p1",
    ]);
    expect(usesAt(report, sata)).toEqual([]);
  });

  test("name a few of many places", async () => {
    const lines = Array.from({ length: 50 }, (_, index) => `1 1 259:2 / /var/${index} rw - ext4 /dev/x rw`);
    const report = await busyHost([...nvmeDisk, mounted(...lines)]);
    expect(usesAt(report, nvme)).toEqual([
      "file-system: /var/0, /var/1, /var/2 and 47 more places on nvme0n1p2",
    ]);
  });

  test("of Btrfs are on all its devices, though the mount table names one", async () => {
    const report = await busyHost([
      ...nvmeDisk,
      ...sataDisks,
      { kind: "folder", path: "sys/fs/btrfs/0a1b/devices/nvme0n1p2" },
      { kind: "folder", path: "sys/fs/btrfs/0a1b/devices/sda1" },
      { kind: "folder", path: "sys/fs/btrfs/features" },
      mounted("1 1 0:36 /@ / rw - btrfs /dev/nvme0n1p2 rw"),
    ]);
    expect(usesAt(report, nvme)).toEqual(["root-file-system: / on nvme0n1p2"]);
    expect(usesAt(report, sata)).toContain("root-file-system: / on sda1");
  });

  // fs/ext4/sysfs.c and fs/xfs/xfs_mount.c name their folders by the super block's device.
  test("are told by their drivers where no mount table has them", async () => {
    const report = await busyHost([
      ...nvmeDisk,
      ...sataDisks,
      { kind: "folder", path: "sys/fs/ext4/features" },
      { kind: "folder", path: "sys/fs/ext4/nvme0n1p1" },
      { kind: "folder", path: "sys/fs/xfs/nvme0n1p2" },
      { kind: "folder", path: "sys/fs/xfs/stats" },
      mounted("1 1 259:1 / /boot rw - ext4 /dev/nvme0n1p1 rw"),
    ]);
    expect(usesAt(report, nvme)).toEqual([
      "file-system: /boot on nvme0n1p1",
      "file-system: a mounted file system on nvme0n1p2",
    ]);
  });

  test("of ZFS are found by udev, mounted or not", async () => {
    const report = await busyHost([
      ...nvmeDisk,
      ...sataDisks,
      { kind: "folder", path: "proc/spl/kstat/zfs/rpool" },
      { kind: "folder", path: "proc/spl/kstat/zfs/tank" },
      file("run/udev/data/b259:2", "S:disk/by-id/x\nE:ID_FS_TYPE=zfs_member\nE:ID_FS_LABEL=rpool\n"),
      file("run/udev/data/b8:1", "E:ID_FS_TYPE=zfs_member\nE:ID_FS_LABEL=tank\n"),
      mounted("1 1 0:45 / / rw - zfs rpool/ROOT/debian rw", "1 1 0:46 / /home rw - zfs rpool/home rw"),
    ]);
    expect(usesAt(report, nvme)).toEqual([
      "root-file-system: ZFS pool rpool, mounted at /, /home on nvme0n1p2",
    ]);
    expect(usesAt(report, sata)).toContain("file-system: ZFS pool tank on sda1");
  });

  test("are found through an NVMe disk that several controllers reach", async () => {
    const report = await busyHost([
      ...block("nvme0n1", "sys/devices/virtual/nvme-subsystem/nvme-subsys0/nvme0n1", { dev: "259:0" }),
      ...block("nvme0n1p1", "sys/devices/virtual/nvme-subsystem/nvme-subsys0/nvme0n1/nvme0n1p1", {
        dev: "259:1",
      }),
      ...block("nvme0c0n1", `${place.nvme}/nvme/nvme0/nvme0c0n1`, {}),
      mounted("1 1 259:1 / / rw - xfs /dev/nvme0n1p1 rw"),
    ]);
    expect(usesAt(report, nvme)).toEqual(["root-file-system: / on nvme0n1p1 (nvme0c0n1)"]);
  });

  test("on a USB stick are a use of the USB controller", async () => {
    const report = await busyHost([
      ...block("sdc", `${place.usb}/usb2/2-1/2-1:1.0/host8/block/sdc`, { dev: "8:32" }),
      mounted("1 1 8:32 / /mnt rw - vfat /dev/sdc rw"),
    ]);
    expect(usesAt(report, "0000:00:14.0")).toEqual(["file-system: /mnt on sdc"]);
  });
});

describe("layers", () => {
  test("are told from the mount down to the disk: LVM in encryption", async () => {
    const report = await busyHost([
      ...nvmeDisk,
      ...block(
        "dm-0",
        `${virtual}/dm-0`,
        { dev: "254:0", "dm/name": "cryptroot", "dm/uuid": "CRYPT-LUKS2-x" },
        ["nvme0n1p2"],
      ),
      ...block("dm-1", `${virtual}/dm-1`, { dev: "254:1", "dm/name": "my--vg-root", "dm/uuid": "LVM-x" }, [
        "dm-0",
      ]),
      ...block("dm-2", `${virtual}/dm-2`, { dev: "254:2", "dm/name": "my--vg-swap", "dm/uuid": "LVM-y" }, [
        "dm-0",
      ]),
      mounted("1 1 254:1 / / rw - ext4 /dev/mapper/my--vg-root rw"),
      file(
        "proc/swaps",
        "Filename Type Size Used Priority\n/dev/dm-2 partition 1 0 -2\n/swapfile file 1 0 -3\n",
      ),
    ]);
    expect(usesAt(report, nvme)).toEqual([
      "root-file-system: / on my--vg-root (nvme0n1p2)",
      "swap: swap on my--vg-swap (nvme0n1p2)",
      "lvm: LVM volume group my-vg on nvme0n1p2",
    ]);
  });

  test("of RAID are on every member", async () => {
    const report = await busyHost([
      ...sataDisks,
      ...block("md0", `${virtual}/md0`, { dev: "9:0", "md/level": "raid1" }, ["sda1", "sdb1"]),
      mounted("1 1 9:0 / /srv rw - ext4 /dev/md0 rw"),
    ]);
    expect(usesAt(report, sata)).toEqual([
      "file-system: /srv on md0 (sda1)",
      "file-system: /srv on md0 (sdb1)",
      "raid: RAID md0 (raid1) on sda1",
      "raid: RAID md0 (raid1) on sdb1",
    ]);
  });

  test("that are open but not mounted are told as well", async () => {
    const report = await busyHost([
      ...nvmeDisk,
      ...block("dm-0", `${virtual}/dm-0`, { dev: "254:0", "dm/name": "vault", "dm/uuid": "CRYPT-LUKS2-x" }, [
        "nvme0n1",
      ]),
    ]);
    expect(usesAt(report, nvme)).toEqual(["volume: vault is set up on nvme0n1"]);
  });

  test("in circles end", async () => {
    const report = await busyHost([
      ...block("dm-0", `${virtual}/dm-0`, { dev: "254:0", "dm/name": "a", "dm/uuid": "LVM-x" }, [
        "dm-1",
        "dm-0",
      ]),
      ...block("dm-1", `${virtual}/dm-1`, { dev: "254:1", "dm/name": "b", "dm/uuid": "LVM-y" }, [
        "dm-0",
        "nvme0n1",
      ]),
      ...nvmeDisk,
      mounted("1 1 254:0 / / rw - ext4 /dev/dm-0 rw"),
    ]);
    expect(usesAt(report, nvme)[0]).toBe("root-file-system: / on a (nvme0n1)");
  });
});

describe("disks that nothing uses", () => {
  test("are told with what they hold", async () => {
    const report = await busyHost([
      ...nvmeDisk,
      file("run/udev/data/b259:1", "E:ID_FS_TYPE=vfat\n"),
      file("run/udev/data/b259:2", "E:ID_FS_TYPE=ntfs\n"),
    ]);
    expect(usesAt(report, nvme)).toEqual(["block-device: nvme0n1 (1024.0 GB, holds vfat, ntfs), not in use"]);
  });

  test("are left out where they have no medium", async () => {
    const report = await busyHost(block("sr0", `${place.sata}/ata3/block/sr0`, { dev: "11:0", size: "0" }));
    expect(usesAt(report, sata)).toEqual([]);
  });
});

test("makes nonsense harmless", async () => {
  const report = await busyHost([
    ...block("nvme0n1", `${place.nvme}/nvme/nvme0/nvme0n1`, {
      dev: "../../etc",
      size: "lots",
      "dm/name": "\u001b[2J",
    }),
    { kind: "link", path: "sys/class/block/loop0", target: "loop0" },
    mounted(
      "",
      "- - - -",
      "1 1 259:0",
      "1 1 \u0000 / / rw - ext4",
      "x".repeat(100_000),
      "1 1 a:b / / rw - zfs ../../x rw",
    ),
    file("proc/swaps", "/dev/../../etc/shadow partition\n\n/dev/ partition\n"),
  ]);
  expect(usesAt(report, nvme)).toEqual(["block-device: nvme0n1 (of unknown size), not in use"]);
});
