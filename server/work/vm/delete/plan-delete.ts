import { removalOf } from "../../../domain/removal-of";
import type { Plan, PlannedStep } from "../../../plan.schema";
import { withFingerprint } from "../../../plan-fingerprint";
import { deleteVolumeWords } from "../../volume/delete-step";
import type { DeleteInput } from "./delete-input.schema";

/** A disk that is to go with its VM. */
export interface ChosenDisk {
  target: string;
  source: string;
  /** The volume that it is; null where it is in none of the host's running pools. */
  volume: { pool: string; name: string } | null;
  /** What keeps it from being deleted, besides its VM. */
  inUse: string | null;
  /** What its image refers to besides and stays, a sentence each. */
  kept: readonly string[];
}

/** A VM that is to be deleted, as it is now. */
export interface DoomedVm {
  id: string;
  name: string;
  on: boolean;
  /** Its saved definition, without passwords. */
  saved: string;
  /** What can't be put back, in words. */
  lost: readonly string[];
}

/**
 * Plans the deletion of a VM: its definition first, so that no disk is deleted under a VM that still names it, then the
 * disks that were chosen, then what Passdeck remembers of it. Pure.
 */
export function planDelete(
  vm: DoomedVm,
  disks: readonly ChosenDisk[],
  by: string,
): { plan: Plan; jobInput: DeleteInput } {
  const volumes = volumesOf(disks);
  const jobInput = {
    vmId: vm.id,
    vmName: vm.name,
    by,
    volumes: volumes.map(({ pool, name }) => ({ pool, volume: name })),
  };
  const refusal = refusalOf(vm, disks);
  const plan = {
    kind: "delete-vm",
    title: `Delete ${vm.name}`,
    steps: refusal === null ? [undefineWords(vm), ...volumes.map(deleteVolumeWords), forgetWords] : [],
    warnings: refusal === null ? warningsOf(vm, disks) : [],
    refusal,
  };
  return { plan: withFingerprint(plan, { jobInput, saved: vm.saved }), jobInput };
}

/** Each once: two disks may be one volume. */
function volumesOf(disks: readonly ChosenDisk[]) {
  const all = disks.flatMap(({ volume }) => volume ?? []);
  return [...new Map(all.map((volume) => [`${volume.pool}/${volume.name}`, volume])).values()];
}

function refusalOf({ name, on }: DoomedVm, disks: readonly ChosenDisk[]): string | null {
  if (on) return `${name} is on. Shut it down or force it off first.`;
  const used = disks.filter(({ inUse }) => inUse !== null);
  if (used.length === 0) return null;
  return used.map(({ target, inUse }) => `Disk ${target}: ${inUse} Or keep it: untick it here.`).join("\n");
}

function warningsOf({ saved }: DoomedVm, disks: readonly ChosenDisk[]): string[] {
  const elsewhere = disks.filter(({ volume }) => volume === null);
  return [
    ...elsewhere.map(
      ({ source }) =>
        `${source} is kept: it is in none of the host’s running storage pools; delete it on the host.`,
    ),
    ...new Set(disks.flatMap(({ kept }) => kept)),
    ...removalOf(saved).kept.map(({ source, why }) => `${source} is kept: ${why}.`),
  ];
}

function undefineWords({ name, saved, lost }: DoomedVm): PlannedStep {
  const { variables, tpm } = removalOf(saved);
  const flags = [
    "--managed-save --snapshots-metadata --checkpoints-metadata",
    variables.goes ? "--nvram" : "--keep-nvram",
    tpm.goes ? "--tpm" : "--keep-tpm",
  ];
  return {
    title: `Delete the definition of ${name}`,
    effect: `virsh undefine ${name} ${flags.join(" ")}`,
    risk: lost.length === 0 ? null : `Lost for good with it: ${lost.join(", ")}.`,
    undo: `The definition is put back as it was${lost.length === 0 ? "" : `, without ${lost.join(", ")}`}.`,
  };
}

const forgetWords: PlannedStep = {
  title: "Delete the earlier versions of its definition",
  effect: "The versions that Passdeck keeps of the definition are deleted, and with whom the VM was shared.",
  risk: null,
  undo: "They can’t be brought back.",
};
