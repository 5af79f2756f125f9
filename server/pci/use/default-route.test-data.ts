import { busyHost, file, net, place, usesAt } from "@/e2e/hosts/busy-host";
import type { TreeEntry } from "../../host/tree-entries";

export const first = "0000:03:00.0";
export const second = "0000:04:00.0";
export const head = "Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT\n";

/** 192.168.1.10/24 on an interface that has the default route, as the kernel writes it. */
export function addressed(name: string): TreeEntry[] {
  return [
    file(
      "proc/net/route",
      `${head}${name} 00000000 0101A8C0 0003 0 0 100 00000000 0 0 0\n${name} 0001A8C0 00000000 0001 0 0 100 00FFFFFF 0 0 0\n`,
    ),
    file(
      "proc/net/fib_trie",
      "Main:\n  |-- 127.0.0.1\n     /32 host LOCAL\n  |-- 192.168.1.0\n     /24 link UNICAST\n  |-- 192.168.1.10\n     /32 host LOCAL\n  |-- 192.168.1.255\n     /32 link BROADCAST\n",
    ),
  ];
}

/** `type`, `iflink` and the like of an interface that {@link net} made. */
export function told(name: string, attributes: Readonly<Record<string, string>>): TreeEntry[] {
  return Object.entries(attributes).map(([attribute, text]) =>
    file(`sys/devices/virtual/net/${name}/${attribute}`, `${text}\n`),
  );
}

export const both = [...net("eno1", place.firstNic), ...net("eno2", place.secondNic)];

/** Each card's uses that are about the default route. */
export async function routesOf(entries: readonly TreeEntry[]): Promise<string[][]> {
  const report = await busyHost([...both, ...entries]);
  return [first, second].map((address) => usesAt(report, address).filter((use) => /-route/.test(use)));
}

/** The use of the card that a default route is followed to. */
export const through = (top: string, card: string) =>
  `default-route: the default route goes out at ${top} (through ${card})`;
