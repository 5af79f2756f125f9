import { describe, expect, test } from "vitest";
import { busyHost, file, inClass, place, usesAt } from "@/e2e/hosts/busy-host";
import { driver, process } from "@/e2e/hosts/busy-parts";
import type { TreeEntry } from "../../host/tree-entries";

const nic = "0000:03:00.0";

/** A card without an address, whose interface has the number 5, and a VLAN on it. */
const network: readonly TreeEntry[] = [
  ...driver(place.firstNic, "igb"),
  ...inClass("sys/class/net/eno1", `${place.firstNic}/net/eno1`, { ifindex: "5" }),
  ...inClass("sys/class/net/eno1.7", "sys/devices/virtual/net/eno1.7", { ifindex: "6" }, ["lower_eno1"]),
];
const head = "sk               RefCnt Type Proto  Iface R Rmem   User   Inode\n";
const line = (index: number, inode: number) =>
  `00000000a1b2c3d4 3      3    0003   ${index}     1 0      0      ${inode}\n`;

const usesWith = async (...entries: readonly TreeEntry[]) =>
  usesAt(await busyHost([...network, ...entries]), nic).filter((use) => use.startsWith("process"));

describe("a process that reads a card's packets uses it, also without an address", () => {
  test.each([
    ["of the card's interface", 5, "eno1"],
    ["of what is stacked on it", 6, "eno1.7"],
  ])("%s", async (_, index, name) => {
    const uses = await usesWith(
      file("proc/net/packet", head + line(index, 812) + line(index, 813)),
      ...process(40, "tcpdump", ["socket:[812]", "socket:[813]", "socket:[9]"]),
      ...process(41, "sshd", ["socket:[900]"]),
    );
    expect(uses).toEqual([`process: tcpdump (process 40) reads the packets of ${name}`]);
  });

  test.each([
    ["of all interfaces, which is no card's", line(0, 812)],
    ["of an interface that is gone", line(77, 812)],
    ["of a table that is none", "rubbish\n"],
  ])("but not one %s", async (_, table) => {
    expect(
      await usesWith(file("proc/net/packet", head + table), ...process(40, "dhcpcd", ["socket:[812]"])),
    ).toEqual([]);
  });
});
