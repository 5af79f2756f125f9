import type { HostFiles } from "../../host/host-files";
import { netFolder } from "./interface-stack";
import { carriersOf, type InterfaceFacts } from "./interfaces";
import type { OpenSocket } from "./open-files";
import { type UseOf, usesOf } from "./owners";

/** Sockets that get an interface's packets whatever its addresses are (packet(7)); its columns are net/packet/af_packet.c's. */
export const packetTable = "proc/net/packet";

/** By a socket's inode: the number of the interface that it is bound to. Those of all interfaces are nobody's. */
export function packetSockets(table: string): Map<string, string> {
  const lines = table.split("\n").slice(1);
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [, , , , interfaceIndex = "0", , , , inode = "0"] = line.trim().split(/\s+/);
      return /^[1-9]\d*$/.test(interfaceIndex) && /^[1-9]\d*$/.test(inode) ? [[inode, interfaceIndex]] : [];
    }),
  );
}

/** Processes that read an interface's packets as users of the cards below it. */
export function packetUses(
  sockets: readonly OpenSocket[],
  interfaces: readonly InterfaceFacts[],
  { first, second }: { first: HostFiles; second: HostFiles },
  wordsOf: (processId: string) => string,
): UseOf[] {
  const bound = packetSockets(first.text(packetTable) ?? "");
  const byIndex = new Map(interfaces.map((one) => [second.word(`${netFolder}/${one.name}/ifindex`), one]));
  const byName = new Map(interfaces.map((one) => [one.name, one]));
  const seen = new Set<string>();
  return sockets.flatMap(({ processId, inode }) => {
    const one = byIndex.get(bound.get(inode) ?? "");
    if (one === undefined || seen.has(`${processId} ${one.name}`)) return [];
    seen.add(`${processId} ${one.name}`);
    const owners = [...new Set(carriersOf(one, byName).flatMap((carrier) => carrier.owners))];
    return usesOf(owners, "process", `${wordsOf(processId)} reads the packets of ${one.name}`);
  });
}
