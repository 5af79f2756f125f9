import type { NetworkSummary } from "../../network/network.schema";

/** VMs by what their network cards are on. */
interface Vm {
  name: string;
  runs: boolean;
  /** "direct eno1", "network lan" */
  sources: readonly string[];
}

/** What hangs on a network card by macvtap, for which a bridge's port has no place: VMs, and networks that bring them. */
export interface OnCard {
  running: string[];
  off: string[];
}

/** Modes of networks that put VMs on a card of the host's, where there is no bridge. */
const macvtapModes: ReadonlySet<string> = new Set(["bridge", "private", "vepa", "passthrough"]);

/** @param networks Of libvirt's. */
export function onCard(
  device: string,
  vms: readonly Vm[],
  networks: readonly Pick<NetworkSummary, "name" | "mode" | "devices" | "bridge">[],
): OnCard {
  const own = networks.filter(
    ({ mode, devices, bridge }) => macvtapModes.has(mode) && bridge === null && devices.includes(device),
  );
  const sources = new Set([`direct ${device}`, ...own.map(({ name }) => `network ${name}`)]);
  const users = vms.filter((vm) => vm.sources.some((source) => sources.has(source)));
  const names = (runs: boolean) => users.filter((vm) => vm.runs === runs).map(({ name }) => name);
  return { running: names(true), off: names(false) };
}
