import type { CreateChoices } from "@/server/create/choices.schema";
import { withPreset } from "@/server/create/presets/apply-preset.schema";
import type { Preset } from "@/server/create/presets/preset.schema";
import {
  type VmSpecification,
  type VmSpecificationInput,
  vmSpecificationSchema,
} from "@/server/create/vm-specification.schema";
import { hostnameOf } from "./cloud";
import { fitToHost } from "./fit-host";
import { freeName, usualBridge, usualFormat, usualNetwork, usualPool, volumeName } from "./room";
import type { DescribedWay } from "./way";

/** A preset that users have kept: a whole VM, of which disks and networks tell how, not which. */
export interface KeptPreset {
  id: string;
  name: string;
  note: string;
  specification: VmSpecification;
}

/** A preset that a VM is described by: one of ours, or one that users have kept. */
export type ChosenPreset = { kind: "ours"; preset: Preset } | { kind: "own"; preset: KeptPreset };

const gibibyte = 2 ** 30;
const usualDiskBytes = 20 * gibibyte;
const diskBytes: Readonly<Record<string, number>> = {
  "minimal-test": gibibyte,
  "windows-11": 64 * gibibyte,
  "windows-gpu": 128 * gibibyte,
  "industrial-igd": 64 * gibibyte,
};

/**
 * The VM that a preset makes on a host before anybody has changed anything about it.
 * @param node The NUMA node of its GPU; null while none is chosen.
 */
export function baseOf(
  way: DescribedWay,
  chosen: ChosenPreset,
  choices: CreateChoices,
  node: number | null = null,
): VmSpecification {
  const request = bareRequest(way, chosen, choices);
  return vmSpecificationSchema.parse(
    chosen.kind === "ours"
      ? withPreset(fitToHost(chosen.preset, choices, node), request)
      : likeKept(chosen.preset.specification, request),
  );
}

/** Another VM like a kept one: its disks and cards are of the same sort, and its devices of the host are not taken. */
function likeKept(kept: VmSpecification, request: Parts): VmSpecificationInput {
  const [disk] = kept.disks;
  const [network] = kept.networks;
  return {
    ...kept,
    ...request,
    title: null,
    disks: request.disks.map((one) => ({ ...disk, serial: null, bootOrder: null, ...one })),
    networks: request.networks.map((one) => ({ ...network, mac: null, bootOrder: null, ...one })),
    cards: [],
    usbDevices: [],
  };
}

type Part = "name" | "disks" | "opticalDrives" | "networks";
type Parts = { [Key in Part]: NonNullable<VmSpecificationInput[Key]> };

/** Name, disks and networks, which no preset has of its own. */
function bareRequest(way: DescribedWay, chosen: ChosenPreset, choices: CreateChoices): Parts {
  const id = chosen.kind === "ours" ? chosen.preset.id : hostnameOf(chosen.preset.name);
  const name = freeName(id, choices.vmNames);
  const disks = way === "disk" ? [] : newDisk(id, name, choices);
  const wantsBridge = chosen.kind === "ours" && chosen.preset.needs.some(({ kind }) => kind === "bridge");
  const bridge = wantsBridge ? usualBridge(choices) : null;
  const network = bridge === null ? usualNetwork(choices) : { kind: "bridge" as const, bridge };
  const networks = network === null ? [] : [{ source: network }];
  return {
    name,
    // An empty disk is passed over, so that the network is booted once and the disk from then on.
    disks: way === "network" ? disks.map((disk) => ({ ...disk, bootOrder: 1 })) : disks,
    opticalDrives: way === "iso" ? [{ source: null }] : [],
    networks: way === "network" ? networks.map((card) => ({ ...card, bootOrder: 2 })) : networks,
  };
}

function newDisk(id: string, name: string, choices: CreateChoices): Parts["disks"] {
  const pool = usualPool(choices);
  if (pool === null) return [];
  const format = id === "industrial-igd" ? "raw" : usualFormat(choices, pool);
  const bytes = diskBytes[id] ?? usualDiskBytes;
  return [{ source: { kind: "new-volume", pool, volume: volumeName(name, 0, format), bytes, format } }];
}
