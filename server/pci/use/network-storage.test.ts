import { describe, expect, test } from "vitest";
import { busyHost, file, inClass, net, place, usesAt } from "@/e2e/hosts/busy-host";
import { driver, held, made, mounted } from "@/e2e/hosts/busy-parts";
import type { TreeEntry } from "../../host/tree-entries";

const [first, second] = ["0000:03:00.0", "0000:04:00.0"];

/** Two cards; the second has 198.51.100.7/24, the first the default route. */
const network: readonly TreeEntry[] = [
  ...driver(place.firstNic, "igb"),
  ...driver(place.secondNic, "igb"),
  ...net("eno1", place.firstNic),
  ...net("eno2", place.secondNic),
  file(
    "proc/net/route",
    "Iface Destination Gateway Flags RefCnt Use Metric Mask\neno1 00000000 010200C0 0003 0 0 0 00000000\neno1 000200C0 00000000 0001 0 0 0 00FFFFFF\neno2 006433C6 00000000 0001 0 0 0 00FFFFFF\n",
  ),
  file("proc/net/fib_trie", "|-- 192.0.2.7\n   /32 host LOCAL\n|-- 198.51.100.7\n   /32 host LOCAL\n"),
];

async function reportWith(...entries: readonly TreeEntry[]) {
  const own = entries.map(({ path }) => path);
  const report = await busyHost([...network.filter(({ path }) => !own.includes(path)), ...entries]);
  const storage = [first, second].map((address) =>
    usesAt(report, address).filter((use) => /file-system|volume|configured/.test(use)),
  );
  const asked = report.devices.flatMap(({ address, notLookedAt }) =>
    notLookedAt.some(({ question }) => /^which card/.test(question)) ? [address] : [],
  );
  return { storage, asked };
}

describe("a file system of another host is a use of the card that carries it", () => {
  test.each([
    ["NFS by its address", "nfs4 198.51.100.20:/export rw,vers=4.2", "NFS"],
    ["NFS by name, with its address in the options", "nfs4 nas.lan:/export rw,addr=198.51.100.20", "NFS"],
    ["NFS by the host's own address", "nfs4 nas.lan:/export rw,clientaddr=198.51.100.7", "NFS"],
    ["SMB", "cifs //nas/share rw,vers=3.1.1,addr=198.51.100.20", "SMB"],
    ["CephFS by its monitors", "ceph 198.51.100.20:6789,198.51.100.21:6789:/ rw", "CephFS"],
    [
      "CephFS in its newer form",
      "ceph admin@77aa.fs=/ rw,mon_addr=198.51.100.20:6789/198.51.100.21",
      "CephFS",
    ],
    ["sshfs", "fuse.sshfs root@198.51.100.20:/srv rw", "sshfs"],
    ["Lustre", "lustre 198.51.100.20@o2ib:/scratch rw", "Lustre"],
    ["9P over TCP", "9p 198.51.100.20 rw,trans=tcp", "9P"],
  ])("%s", async (_, mount, protocol) => {
    const { storage, asked } = await reportWith(mounted(`2 1 0:50 / /mnt/nas rw - ${mount}`));
    expect(storage).toEqual([[], [`file-system: /mnt/nas (${protocol}, through eno2)`]]);
    expect(asked).toEqual([]);
  });

  test("the root file system, too", async () => {
    const root = mounted("2 1 0:50 / / rw - nfs 198.51.100.20:/root rw,addr=198.51.100.20");
    expect((await reportWith(root)).storage[1]).toEqual(["root-file-system: / (NFS, through eno2)"]);
  });

  test("and may be any card's where nothing tells the way", async () => {
    const { storage, asked } = await reportWith(mounted("2 1 0:50 / /mnt/g rw - fuse.glusterfs gl1:/vol rw"));
    expect(storage).toEqual([[], []]);
    expect(asked).toEqual([first, second]);
  });

  test.each([
    ["this host itself", "nfs4 192.0.2.7:/export rw,addr=192.0.2.7"],
    ["the loopback", "nfs4 localhost:/export rw,addr=127.0.0.1"],
    ["a guest's folder without a network", "9p share rw,trans=virtio"],
    ["a process's own", "fuse.lxcfs lxcfs rw"],
  ])("but not that of %s", async (_, mount) => {
    const { storage, asked } = await reportWith(mounted(`2 1 0:50 / /mnt rw - ${mount}`));
    expect([...storage.flat(), ...asked]).toEqual([]);
  });

  test("nor that of a guest behind a bridge without cards", async () => {
    const routes =
      "Iface Destination Gateway Flags RefCnt Use Metric Mask\nvirbr0 007100CB 00000000 0001 0 0 0 00FFFFFF\n";
    const entries = [
      ...net("virbr0", null, ["bridge"]),
      file("proc/net/route", routes),
      mounted("2 1 0:50 / /mnt rw - nfs 203.0.113.9:/x rw"),
    ];
    const { storage, asked } = await reportWith(...entries);
    expect([...storage.flat(), ...asked]).toEqual([]);
  });
});

describe("a disk that comes over the network is a use of the card that carries it", () => {
  const disk = (name: string, at: string, attributes = {}): TreeEntry[] => [
    ...inClass(`sys/class/block/${name}`, `${at}/${name}`, { dev: "251:0", size: "1000", ...attributes }),
    held("251:0", "E:ID_FS_TYPE=ext4"),
    mounted(`2 1 251:0 / /srv rw - ext4 /dev/${name.replace("!", "/")} rw`),
  ];
  const virtual = "sys/devices/virtual";

  test.each([
    [
      "Ceph's, by the host's own address",
      [
        ...disk("rbd0", "sys/devices/rbd/0/block"),
        ...inClass("sys/bus/rbd/devices/0", "sys/devices/rbd/0", { client_addr: "198.51.100.7:0/123" }),
      ],
      "Ceph RBD",
    ],
    ["ATA over Ethernet", disk("etherd!e1.0", `${virtual}/block`, { netif: "eno2" }), "ATA over Ethernet"],
    [
      "Fibre Channel over Ethernet",
      disk("sdd", `${virtual}/net/eno2/ctlr_0/host8/rport-8:0-1/target8:0:0/8:0:0:0/block`),
      "FCoE",
    ],
  ])("%s", async (_, entries, protocol) => {
    const { storage } = await reportWith(...entries);
    expect(storage[0]).toEqual([]);
    expect(storage[1]).toEqual([expect.stringContaining(`${protocol}, through eno2`)]);
  });

  test("and may come through any card where nothing tells it: NBD", async () => {
    expect((await reportWith(...disk("nbd0", `${virtual}/block`))).asked).toEqual([first, second]);
  });
});

describe("what the host's lists name is said, although it is not mounted now", () => {
  const fstab = (line: string) => file("etc/fstab", `${line}\n`);

  test.each([
    ["NFS", "198.51.100.20:/export /mnt/nas nfs4 noauto,x-systemd.automount 0 0", "NFS"],
    ["SMB by the host's address", "//198.51.100.20/share /mnt/nas cifs credentials=/root/c 0 0", "SMB"],
    ["CephFS", "198.51.100.20:6789,198.51.100.21:6789:/ /mnt/nas ceph name=admin,noatime 0 0", "CephFS"],
  ])("%s", async (_, line, protocol) => {
    const { storage, asked } = await reportWith(fstab(line));
    expect(storage).toEqual([
      [],
      [`configured: to be mounted at /mnt/nas (${protocol}, through eno2; /etc/fstab)`],
    ]);
    expect(asked).toEqual([]);
  });

  test("of a unit of systemd's, whatever it calls its type", async () => {
    const unit = file(
      "etc/systemd/system/mnt-nas.mount",
      "[Mount]\nWhat=198.51.100.20:/export\nWhere=/mnt/nas\n",
    );
    expect((await reportWith(unit)).storage[1]).toEqual([
      "configured: to be mounted at /mnt/nas (NFS, through eno2; mnt-nas.mount)",
    ]);
  });

  test("of another host that is only named: any card may carry it", async () => {
    const { storage, asked } = await reportWith(fstab("nas:/export /mnt/nas nfs noauto 0 0"));
    expect([storage, asked]).toEqual([
      [[], []],
      [first, second],
    ]);
  });

  test("and once where it is mounted", async () => {
    const mount = mounted("2 1 0:50 / /mnt/nas rw - nfs4 198.51.100.20:/export rw");
    const line = fstab("198.51.100.20:/export /mnt/nas nfs4 defaults 0 0");
    expect((await reportWith(mount, line)).storage[1]).toEqual(["file-system: /mnt/nas (NFS, through eno2)"]);
  });
});

describe("DRBD's connection is a use of the card that carries it", () => {
  const drbd = (...entries: readonly TreeEntry[]) =>
    reportWith(...made("drbd0", "147:0"), mounted("2 1 147:0 / /srv rw - ext4 /dev/drbd0 rw"), ...entries);
  const resource = (one: string, other: string) =>
    file(
      "etc/drbd.d/r0.res",
      `resource r0 {\n  # address 192.0.2.7:1;\n  on a { address ${one}:7789; }\n  on b { address ipv4 ${other}:7789; }\n}\n`,
    );

  test.each([
    ["by the host's own address", resource("198.51.100.7", "203.0.113.9")],
    ["by the way to the other host", resource("198.51.100.50", "198.51.100.20")],
  ])("%s", async (_, entry) => {
    const { storage, asked } = await drbd(entry);
    expect(storage).toEqual([[], ["volume: DRBD's connection (drbd0), through eno2"]]);
    expect(asked).toEqual([]);
  });

  test("and may be any card's where nothing tells it", async () => {
    expect((await drbd()).asked).toEqual([first, second]);
  });

  test("and none's where no disk of DRBD's is set up", async () => {
    const { storage, asked } = await reportWith(resource("198.51.100.7", "203.0.113.9"));
    expect([...storage.flat(), ...asked]).toEqual([]);
  });
});
