import type { PlannedStep } from "../../../plan.schema";
import { sizeText } from "../../../units/memory-size";
import type { CopiedDisk, MoveInput } from "../move-input.schema";

/** The steps of `coldSteps` in words, one for each. */
export function coldWords(input: MoveInput & { cold: NonNullable<MoveInput["cold"]> }): PlannedStep[] {
  const { disks, cold, vmName, targetName } = input;
  return [
    ...disks.map((disk) => diskWords(disk, input)),
    ...cold.files.map(({ what, folder, name }) => fileWords(what, `${folder}/${name}`, targetName)),
    ...(cold.tpmFolder === null ? [] : [fileWords("TPM state", cold.tpmFolder, targetName)]),
    {
      title: `Define ${vmName} on ${targetName}`,
      effect: definitionWords(input),
      risk: null,
      undo: `${vmName} is undefined there.`,
    },
    {
      title: `Undefine ${vmName} on this host`,
      effect: `virsh undefine ${vmName}\nIt is on ${targetName} from then on, and off.`,
      risk: null,
      undo: "After that it stays there.",
    },
  ];
}

function diskWords({ target, from, to, file }: CopiedDisk, { targetName }: MoveInput): PlannedStep {
  return {
    title: `Copy the disk ${target} to ${targetName}`,
    effect: `${from.pool}/${from.volume} → ${to.path}\n${sizeText(BigInt(file?.sizeBytes ?? 0))}; what is not allocated is not sent.`,
    risk: null,
    undo: "The copy is deleted.",
  };
}

function fileWords(what: string, path: string, targetName: string): PlannedStep {
  return {
    title: `Copy the ${what} to ${targetName}`,
    effect: `${path}, if it is there`,
    risk: null,
    undo: "The copy is deleted.",
  };
}

function definitionWords({ vmName, cold }: MoveInput): string {
  const cards = (cold?.functions ?? []).map(({ from, to }) => `${from} becomes ${to.address} (${to.label})`);
  return [`virsh define ${vmName}.xml`, ...cards].join("\n");
}
