import { addressProblems, type NetworkSurroundings } from "../../network/find-problems";
import type { NetworkSummary } from "../../network/network.schema";
import type { CreateNetworkRequest } from "../../network/network-request.schema";
import { parseSubnet } from "../../network/subnet.schema";
import { usualNetwork } from "../../network/usual-network";
import type { PoolSummary } from "../../storage/pool.schema";
import type { CreatePoolRequest } from "../../storage/pool-request.schema";

/** What a host has of what VMs need. */
export interface Found {
  pools: readonly PoolSummary[];
  networks: readonly NetworkSummary[];
  hostNetworks: NetworkSurroundings["hostNetworks"];
  /** Where libvirt keeps images by itself. */
  imagesFolder: string;
  /** It is a user's session, which can make no networks: VMs go out by QEMU's own ("user"). */
  session: boolean;
}

/** What is missing, and how it is come by: what is there is started, else it is made. null where one runs. */
export interface Basics {
  pool: { kind: "start"; name: string } | { kind: "create"; name: string; request: CreatePoolRequest } | null;
  network:
    | { kind: "start"; name: string; uuid: string }
    | { kind: "create"; name: string; request: CreateNetworkRequest }
    | null;
  /** What the user has to know of the choice. */
  warnings: string[];
}

/** The name that virt-install, virt-manager and libvirt's packages give both. */
const usualName = "default";

/** Chooses what a host without a running pool or network is to be given. Pure: the same facts give the same choice. */
export function chooseBasics(found: Found): Basics {
  const { choice: network, warnings } = networkChoice(found);
  return { pool: poolChoice(found), network, warnings };
}

function poolChoice({ pools, imagesFolder }: Found): Basics["pool"] {
  if (pools.some(({ state }) => state !== "inactive")) return null;
  const folders = pools.filter(({ type, persistent }) => type === "dir" && persistent);
  const stopped =
    pools.find(({ name }) => name === usualName) ??
    folders.find(({ path }) => path === imagesFolder) ??
    folders[0];
  if (stopped !== undefined) return { kind: "start", name: stopped.name };
  const request = { type: "dir", name: usualName, path: imagesFolder, autostart: true } as const;
  return { kind: "create", name: usualName, request };
}

function networkChoice(found: Found): { choice: Basics["network"]; warnings: string[] } {
  const { networks } = found;
  if (found.session || networks.some(({ active }) => active)) return { choice: null, warnings: [] };
  const [usable, clashing] = byClash(found);
  const stopped = usable.find(({ name }) => name === usualName) ?? usable.find(({ mode }) => mode === "nat");
  if (stopped !== undefined)
    return { choice: { kind: "start", name: stopped.name, uuid: stopped.uuid }, warnings: [] };
  const name = freeName(networks);
  const request = usualNetwork(name, takenBy(found));
  const warnings = clashing.map(
    (network) =>
      `The network ${network.name} is left stopped: ${network.clash} To use it, edit its addresses.`,
  );
  if (request !== null) return { choice: { kind: "create", name, request }, warnings };
  return { choice: null, warnings: [...warnings, noRange] };
}

const noRange =
  "No network is made: the host is connected to all of 192.168.0.0/16. Create one on the Networks page.";

/** Stopped networks that could be started, and those whose addresses the host has elsewhere. */
function byClash({ networks, hostNetworks }: Found): [NetworkSummary[], { name: string; clash: string }[]] {
  const usable: NetworkSummary[] = [];
  const clashing: { name: string; clash: string }[] = [];
  for (const network of networks.filter(({ unreadable }) => unreadable === null)) {
    const wanted = network.ips.map(({ address, prefix }) => `${address}/${prefix}`);
    // Others that are stopped as well have nothing yet.
    const [clash] = addressProblems(wanted, { networks: [], hostNetworks, links: null }, network.name);
    if (clash === undefined) usable.push(network);
    else clashing.push({ name: network.name, clash });
  }
  return [usable, clashing];
}

function takenBy({ networks, hostNetworks }: Found) {
  const written = [
    ...networks.flatMap(({ ips }) => ips.map(({ address, prefix }) => `${address}/${prefix}`)),
    ...hostNetworks.map(({ destination }) => destination),
  ];
  return written.map(parseSubnet).filter((subnet) => subnet !== null);
}

/** "default", or "default-2" where that is another's. */
function freeName(networks: readonly NetworkSummary[]): string {
  const taken = new Set(networks.map(({ name }) => name));
  let name = usualName;
  for (let number = 2; taken.has(name); number += 1) name = `${usualName}-${number}`;
  return name;
}
