import { distributionFields } from "../../host/os-release";
import type { BridgeFiles } from "./bridge-change";

interface OwnWay {
  name: string;
  /** IDs of os-release(5). */
  ids: readonly string[];
  /** Files of which one is enough. */
  marks: readonly string[];
  way: string;
}

/** Systems that make their network's files of settings of their own: what is written into them is lost. */
const systems: readonly OwnWay[] = [
  {
    // docs.unraid.net, "Network Settings".
    name: "Unraid",
    ids: ["unraid"],
    marks: ["etc/unraid-version"],
    way: "Settings, Network Settings, Enable bridging",
  },
  {
    // TrueNAS documentation, "Setting Up a Network Bridge".
    name: "TrueNAS",
    ids: ["truenas"],
    marks: ["usr/bin/midclt"],
    way: "Network, Interfaces, Add, Bridge; it tests the change for 60 seconds, too",
  },
  {
    // docs.vyos.io, "Bridge".
    name: "VyOS",
    ids: ["vyos"],
    marks: ["opt/vyatta/etc/config"],
    way: "“set interfaces bridge br0 member interface eth0”, the addresses to br0, and “commit-confirm”",
  },
];

/** Files that tell of such systems. */
export const ownWayMarks = systems.flatMap(({ marks }) => marks);

/** How a system with settings of its own makes a bridge; null of any other. */
export function ownWay(files: BridgeFiles): string | null {
  const id = distributionFields(files.text("etc/os-release") ?? "").get("ID") ?? "";
  const system = systems.find(({ ids, marks }) => ids.includes(id) || marks.some((path) => files.has(path)));
  return system === undefined
    ? null
    : `${system.name} makes its network of settings of its own, so Passdeck leaves it alone. There it is: ${system.way}.`;
}
