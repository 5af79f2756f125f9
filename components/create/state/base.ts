import type { CreateChoices } from "@/server/create/choices.schema";
import type { Preset } from "@/server/create/presets/preset.schema";
import type { VmSpecification } from "@/server/create/vm-specification.schema";
import { hostnameOf } from "./cloud";
import {
  freeName,
  type NetworkSource,
  type NewVolume,
  usualBridge,
  usualFormat,
  usualNetwork,
  usualPool,
  volumeName,
} from "./room";
import type { DescribedWay } from "./way";

/** A preset that users have kept: a whole VM, of which disks and networks tell how, not which. */
export interface KeptPreset {
  id: string;
  name: string;
  note: string;
  specification: VmSpecification;
}

/** A preset that a VM is described by: one of ours, as it is on this host, or one that users have kept. */
export type ChosenPreset = ({ kind: "ours"; preset: Preset } | { kind: "own"; preset: KeptPreset }) & {
  pattern: Pattern;
};

/** What a preset makes of any VM. Its one disk, drive and NIC tell how those of the VM are, not which. */
export type Pattern = Omit<VmSpecification, ListedPart> & {
  [Part in ListedPart]: readonly [VmSpecification[Part][number]];
};

type ListedPart = "disks" | "opticalDrives" | "networks";

const gibibyte = 2 ** 30;
const usualDiskBytes = 20 * gibibyte;
const diskBytes: Readonly<Record<string, number>> = {
  "minimal-test": gibibyte,
  "windows-11": 64 * gibibyte,
  "windows-gpu": 128 * gibibyte,
  "desktop-gpu": 128 * gibibyte,
  "industrial-igd": 64 * gibibyte,
};

/** The VM that a preset makes on a host before anybody has changed anything about it. */
export function baseOf(way: DescribedWay, chosen: ChosenPreset, choices: CreateChoices): VmSpecification {
  const { pattern } = chosen;
  const [[disk], [drive], [nic]] = [pattern.disks, pattern.opticalDrives, pattern.networks];
  const id = chosen.kind === "ours" ? chosen.preset.id : hostnameOf(chosen.preset.name);
  const name = freeName(id, choices.vmNames);
  const overNetwork = way === "network";
  // An empty disk is passed over, so that the network is booted once and the disk from then on.
  const [diskPlace, nicPlace] = overNetwork ? [1, 2] : [null, null];
  const volume = way === "disk" ? null : firstVolume(id, name, choices);
  const network = networkOf(chosen, choices);
  return {
    ...pattern,
    name,
    disks: volume === null ? [] : [{ ...disk, source: volume, bootOrder: diskPlace }],
    opticalDrives: way === "iso" ? [drive] : [],
    networks: network === null ? [] : [{ ...nic, source: network, bootOrder: nicPlace }],
  };
}

function networkOf(chosen: ChosenPreset, choices: CreateChoices): NetworkSource | null {
  const wantsBridge = chosen.kind === "ours" && chosen.preset.needs.some(({ kind }) => kind === "bridge");
  const bridge = wantsBridge ? usualBridge(choices) : null;
  return bridge === null ? usualNetwork(choices) : { kind: "bridge", bridge };
}

function firstVolume(id: string, name: string, choices: CreateChoices): NewVolume | null {
  const pool = usualPool(choices);
  if (pool === null) return null;
  const format = id === "industrial-igd" ? "raw" : usualFormat(choices, pool);
  const bytes = diskBytes[id] ?? usualDiskBytes;
  return { kind: "new-volume", pool, volume: volumeName(name, 0, format), copyOf: null, bytes, format };
}
