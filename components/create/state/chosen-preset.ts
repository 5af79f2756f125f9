import type { CreateChoices } from "@/server/create/choices.schema";
import { withPreset } from "@/server/create/presets/apply-preset.schema";
import type { Preset } from "@/server/create/presets/preset.schema";
import { presetIds } from "@/server/create/presets/preset-ids.schema";
import { presetTable } from "@/server/create/presets/preset-table.schema";
import { type VmSpecificationInput, vmSpecificationSchema } from "@/server/create/vm-specification.schema";
import type { ChosenPreset, KeptPreset, Pattern } from "./base";
import { fitToHost } from "./fit-host";

/** What stands for that which no preset tells: names and places. */
const placeholder = {
  name: "pattern",
  disks: [{ source: { kind: "block", path: "/dev/null" } }],
  opticalDrives: [{ source: null }],
  networks: [{ source: { kind: "bridge", bridge: "br0" } }],
} satisfies VmSpecificationInput;

/**
 * The preset of an id, as it is on this host; null where it is gone.
 * @param kept The presets that users have kept.
 * @param node The NUMA node of the VM's GPU; null while none is chosen.
 */
export function chosenPreset(
  id: string,
  kept: readonly KeptPreset[],
  choices: CreateChoices,
  node: number | null,
): ChosenPreset | null {
  const ours = presetIds.find((one) => one === id);
  if (ours !== undefined) return ourPreset(fitToHost(presetTable[ours], choices, node));
  const own = kept.find((one) => one.id === id);
  return own === undefined ? null : ownPreset(own);
}

/** One of Passdeck's presets, as it is or fitted to a host. */
export function ourPreset(preset: Preset): ChosenPreset {
  return { kind: "ours", preset, pattern: patternOf(withPreset(preset, placeholder)) };
}

/** Another VM like the kept one: its devices of the host are not taken, nor what is its alone. */
function ownPreset(preset: KeptPreset): ChosenPreset {
  const { specification } = preset;
  const pattern = patternOf({
    ...specification,
    ...placeholder,
    title: null,
    disks: placeholder.disks.map((disk) => ({
      ...specification.disks[0],
      serial: null,
      bootOrder: null,
      ...disk,
    })),
    networks: placeholder.networks.map((nic) => ({
      ...specification.networks[0],
      mac: null,
      bootOrder: null,
      ...nic,
    })),
    cards: [],
    usbDevices: [],
    namedDevices: [],
  });
  return { kind: "own", preset, pattern };
}

/** @throws {z.ZodError} where a preset contradicts itself */
function patternOf(input: VmSpecificationInput): Pattern {
  const vm = vmSpecificationSchema.parse(input);
  const [[disk], [drive], [nic]] = [vm.disks, vm.opticalDrives, vm.networks];
  if (disk === undefined || drive === undefined || nic === undefined)
    throw new Error("A pattern has a disk, a drive and a NIC.");
  return { ...vm, disks: [disk], opticalDrives: [drive], networks: [nic] };
}
