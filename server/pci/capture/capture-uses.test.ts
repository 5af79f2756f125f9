import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { block, busyTree, file, inClass, net, place } from "@/e2e/hosts/busy-host";
import type { HostTree } from "../../host/host-tree";
import { withHostTree } from "../../host/open-host";
import { temporaryFolder } from "../../host/tree.test-data";
import type { TreeEntry } from "../../host/tree-entries";
import { readHostReport } from "../read-host-report";
import { captureHost } from "./capture-host";

const virtual = "sys/devices/virtual/block";
const luks = "luks-1b4e28ba-2fa1-11d2-883f-b9a761bde3fb";

/** A host in use, with things in every corner that are nobody's business. */
const entries: readonly TreeEntry[] = [
  file("proc/sys/kernel/hostname", "alices-tower\n"),
  ...block("nvme0n1", `${place.nvme}/nvme/nvme0/nvme0n1`, { dev: "259:0" }),
  ...block("nvme0n1p2", `${place.nvme}/nvme/nvme0/nvme0n1/nvme0n1p2`, { dev: "259:2" }),
  ...block("sda", `${place.sata}/ata1/block/sda`, { dev: "8:0" }),
  ...block("sda1", `${place.sata}/ata1/block/sda/sda1`, { dev: "8:1" }),
  ...block("sda2", `${place.sata}/ata1/block/sda/sda2`, { dev: "8:2" }),
  ...block("sda3", `${place.sata}/ata1/block/sda/sda3`, { dev: "8:3" }),
  ...block("sda4", `${place.sata}/ata1/block/sda/sda4`, { dev: "8:4" }),
  ...block("loop0", `${virtual}/loop0`, { dev: "7:0", "loop/backing_file": "/home/alice/diary/acme.img" }),
  file("run/udev/data/b8:1", "E:ID_FS_TYPE=zfs_member\nE:ID_FS_LABEL=acmepool\n"),
  file("run/udev/data/b8:2", "E:ID_FS_TYPE=ext4\nE:ID_FS_LABEL=acme-backup\n"),
  file(
    "run/udev/data/b8:3",
    "E:ID_FS_TYPE=linux_raid_member\nE:ID_FS_UUID=5a5a2222-3333-4444-5555-666677778888\n",
  ),
  file("run/udev/data/b8:4", "E:ID_FS_AMBIVALENT=filesystem:acme\nS:disk/by-id/ata-ACME-part4\n"),
  file(
    "etc/fstab",
    "LABEL=acme-backup /acme-backup ext4 noauto 0 0\nacme@10.20.30.98:/secret /acme-backup/x fuse.sshfs noauto,IdentityFile=/home/alice/key 0 0\n",
  ),
  ...block("drbd0", `${virtual}/drbd0`, { dev: "147:0" }, ["sda4"]),
  file(
    "etc/drbd.d/acme.res",
    "on alices-tower { address 10.20.30.40:7790; }\non acme { address 10.20.30.97:7790; }\n",
  ),
  file("proc/net/packet", "sk RefCnt Type Proto Iface R Rmem User Inode\n0 3 3 0003 2 1 0 0 4711\n"),
  file("proc/79/comm", "lldpd\n"),
  { kind: "link", path: "proc/79/fd/4", target: "socket:[4711]" },
  file(
    "etc/systemd/system/srv-acme.mount",
    "[Mount]\nWhat=/dev/disk/by-label/acme-backup\nWhere=/srv/acme\n",
  ),
  file("etc/mdadm/mdadm.conf", "ARRAY /dev/md/acme UUID=5a5a2222:33334444:55556666:77778888 name=acme:0\n"),
  file("etc/zfs/zpool.cache", "\0acmepool\0/dev/disk/by-id/ata-ACME-part4\0"),
  file("sys/kernel/config/target/core/iblock_0/acme/udev_path", "/dev/disk/by-id/ata-ACME-part4\n"),
  ...block("dm-0", `${virtual}/dm-0`, { dev: "254:0", "dm/name": luks, "dm/uuid": `CRYPT-LUKS2-${luks}` }, [
    "nvme0n1p2",
  ]),
  ...block(
    "dm-1",
    `${virtual}/dm-1`,
    { dev: "254:1", "dm/name": "alices--tower--vg-root", "dm/uuid": "LVM-Zk3s9Q" },
    ["dm-0"],
  ),
  file(
    "proc/self/mountinfo",
    "1 1 254:1 / / rw,relatime - ext4 /dev/mapper/alices--tower--vg-root rw,secretoption\n1 1 8:0 /x /home/alice/diary rw - ext4 /dev/sda rw\n1 1 0:50 / /mnt/acme rw - nfs nas.example:/export rw,addr=10.20.30.99\n1 1 0:51 / /acmepool rw - zfs acmepool/secret rw\n1 1 0:4 net:[1] /run/netns/acme rw - nsfs nsfs rw\n",
  ),
  file("run/udev/data/b8:0", "E:ID_SERIAL=S3RIAL\nE:ID_FS_TYPE=ext4\nE:ID_FS_LABEL=diary\n"),
  { kind: "folder", path: "sys/fs/xfs/sda4" },
  { kind: "folder", path: "sys/fs/btrfs/9c9c28ba-2fa1-11d2-883f-b9a761bde3fb/devices/sda" },
  ...inClass("sys/class/net/enx00e04c680001", `${place.firstNic}/net/enx00e04c680001`, { ifindex: "2" }),
  ...net("br0", null, ["bridge", "lower_enx00e04c680001"]),
  ...net("wg-office", null),
  file(
    "proc/net/route",
    "Iface Destination Gateway Flags RefCnt Use Metric Mask\nbr0 00000000 011E140A 0003 0 0 0 00000000\nbr0 001E140A 00000000 0001 0 0 0 00FFFFFF\nbr0 0032140A 011E140A 0003 0 0 0 00FFFFFF\n",
  ),
  file("proc/net/fib_trie", "|-- 10.20.30.40\n   /32 host LOCAL\n|-- 10.20.30.41\n   /32 host LOCAL\n"),
  file(
    "proc/net/if_inet6",
    "2a0107f8000000000000000000000010 02 40 00 80 br0\nfe8000000000000002e04cfffe680001 02 40 20 80 br0\n",
  ),
  ...inClass("sys/class/drm/card0", `${place.gpu}/drm/card0`),
  ...inClass("sys/class/drm/card0-DP-1", `${place.gpu}/drm/card0/card0-DP-1`, {
    status: "connected",
    edid: "MONITORSERIAL",
  }),
  ...inClass("sys/class/graphics/fb0", `${place.gpu}/graphics/fb0`),
  file("sys/class/vtconsole/vtcon1/name", "(M) frame buffer device\n"),
  file("sys/class/vtconsole/vtcon1/bind", "1\n"),
  file("proc/fb", "0 nouveaudrmfb\n"),
  file("proc/driver/nvidia/gpus/0000:05:00.0/information", "GPU UUID: GPU-77aa\nDevice Minor: \t 0\n"),
  file("proc/77/comm", "Xorg\n"),
  file("proc/77/environ", "TOKEN=hunter2"),
  { kind: "link", path: "proc/77/fd/5", target: "/dev/dri/card0" },
  { kind: "link", path: "proc/77/fd/6", target: "/home/alice/diary/today" },
  { kind: "link", path: "proc/78/fd/3", target: "/dev/nvidia0" },
  ...inClass("sys/bus/usb/devices/1-2", `${place.usb}/usb1/1-2`, { product: "Alice's phone" }),
  ...inClass("sys/bus/usb/devices/1-2:1.0", `${place.usb}/usb1/1-2/1-2:1.0`, { bInterfaceClass: "06" }),
  ...inClass("sys/bus/usb/devices/1-3", `${place.usb}/usb1/1-3`, {
    product: "Keyboard K120",
    serial: "KBDSERIAL",
  }),
  ...inClass("sys/bus/usb/devices/1-3:1.0", `${place.usb}/usb1/1-3/1-3:1.0`, {
    bInterfaceClass: "03",
    bInterfaceProtocol: "01",
  }),
  file("etc/modprobe.d/vfio.conf", "options vfio-pci ids=10de:1381\noptions secret_driver key=hunter2\n"),
  file("etc/driverctl.d/pci-0000:06:00.0", "vfio-pci\n"),
  file("proc/self/status", "Name:\talice\nCapBnd:\t000001ffffffffff\n"),
  file(
    "proc/self/limits",
    "Max cpu time 1 1\nMax locked memory         8388608              8388608   bytes\n",
  ),
  file("dev/kvm", ""),
  file("run/libvirt/libvirt-sock", ""),
];

async function captured(tree: HostTree): Promise<string> {
  const archive = join(temporaryFolder(), "host.tar.gz");
  await captureHost(tree, archive);
  return archive;
}

describe("a captured host in use", () => {
  test("gives the host's report, with other addresses and names", async () => {
    const tree = await busyTree(entries);
    const [here, there] = [
      await readHostReport(tree),
      await withHostTree(await captured(tree), readHostReport),
    ];
    const renamed = JSON.stringify(here)
      .replaceAll("alices--tower--vg-root", "group0-volume0")
      .replaceAll("alices-tower-vg", "group0")
      .replaceAll("/home/alice/diary", "/home/name-0/name-1")
      .replaceAll("/acmepool", "/name-4")
      .replaceAll("acmepool", "pool-0")
      .replaceAll("/mnt/acme", "/mnt/name-3")
      .replaceAll("/srv/acme (srv-acme.mount)", "/srv/name-3 (unit-0.mount)")
      .replaceAll("/acme-backup/x", "/name-5/name-6")
      .replaceAll("acme-backup", "name-5")
      .replaceAll("iblock_0/acme", "iblock_0/target-0")
      .replaceAll(luks, "crypt-0")
      .replaceAll("enx00e04c680001", "enx000000000000")
      .replaceAll("10.20.30.40", "192.0.2.1")
      .replaceAll("10.20.30.41", "192.0.2.2")
      .replaceAll("2a01:7f8::10", "2001:db8:0:1::1")
      .replaceAll("fe80::2e0:4cff:fe68:1", "fe80::1");
    const routes = [
      { destination: "0.0.0.0/0", interface: "br0", metric: 0 },
      { destination: "192.0.2.0/29", interface: "br0", metric: 0 },
    ];
    const expected = JSON.parse(renamed);
    expect(there).toEqual({ ...expected, network: { ...expected.network, routes } });
  });

  test("has uses of every kind to tell", async () => {
    const { devices } = await readHostReport(await busyTree(entries));
    const kinds = new Set(devices.flatMap(({ usedBy }) => usedBy.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual([
      "address",
      "bridge",
      "configured",
      "console",
      "default-route",
      "file-system",
      "input",
      "lvm",
      "process",
      "root-file-system",
      "screen",
      "volume",
    ]);
  });

  test("is captured again to the same", async () => {
    const archive = await captured(await busyTree(entries));
    const again = await withHostTree(archive, captured);
    expect(await withHostTree(again, readHostReport)).toEqual(await withHostTree(archive, readHostReport));
  });

  test("keeps what identifies the host or its owner to itself", async () => {
    const archive = await captured(await busyTree(entries));
    const texts = execFileSync("tar", ["-xzOf", archive], { encoding: "latin1" });
    const names = execFileSync("tar", ["-tvzf", archive], { encoding: "latin1" });
    const secrets =
      "alice tower 1b4e28ba 9c9c28ba Zk3s9Q diary nas.example secretoption S3RIAL 00e04c680001 wg-office 1E140A 10.20 2a0107f8 4cfffe acme ACME 5a5a2222 MONITORSERIAL 77aa hunter2 phone KBDSERIAL secret_driver";
    for (const secret of secrets.split(" ")) {
      expect(texts, secret).not.toContain(secret);
      expect(names, secret).not.toContain(secret);
    }
  });
});
