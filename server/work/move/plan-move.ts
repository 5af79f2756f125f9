import type { MoveFinding } from "../../move/move-finding.schema";
import type { Plan, PlannedStep } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { sizeText } from "../../units/memory-size";
import { deleteVolumeWords } from "../volume/delete-step";
import { coldWords } from "./cold/cold-words";
import type { CopiedDisk, MoveInput } from "./move-input.schema";
import { moveKindName } from "./move-kind";

/** What {@link planMove} makes a plan of. */
export interface MoveToPlan {
  input: MoveInput;
  findings: readonly MoveFinding[];
  /** The definition as it is kept, without passwords: another one is another plan. */
  saved: string;
}

/** Plans a VM's way to another host: room for its disks there, the way itself, what is known of it, and what is left on the source. Pure. */
export function planMove({ input, findings, saved }: MoveToPlan): Plan {
  const against = findings.filter(({ weight }) => weight === "fail");
  const refusal =
    against.length === 0 ? null : against.map(({ message, fix }) => `${message} ${fix}`).join("\n");
  const plan = {
    kind: moveKindName,
    title: `Migrate ${input.vmName} to ${input.targetName}`,
    steps: refusal === null ? stepsOf(input) : [],
    warnings: findings.flatMap(({ weight, message, fix }) =>
      weight === "warn" ? [`${message} ${fix}`] : [],
    ),
    refusal,
  };
  return withFingerprint(plan, { input, saved });
}

function stepsOf(input: MoveInput): PlannedStep[] {
  return [
    ...(input.cold === null
      ? [...input.disks.map((disk) => roomWords(disk, input)), liveWords(input)]
      : coldWords({ ...input, cold: input.cold })),
    recordsWords(input),
    ...(input.options.keepDisks ? [] : input.disks.map((disk) => leftWords(disk, input))),
  ];
}

function roomWords({ to, format, capacityBytes }: CopiedDisk, { targetName }: MoveInput): PlannedStep {
  const size = sizeText(BigInt(capacityBytes));
  return {
    title: `Make the volume ${to.volume} in the pool ${to.pool} of ${targetName}`,
    effect: `virsh vol-create-as ${to.pool} ${to.volume} ${capacityBytes} --format ${format}\n${size} at most; it grows as it is written to.`,
    risk: null,
    undo: "The volume is deleted.",
  };
}

function liveWords({ vmName, targetName, disks, options }: MoveInput): PlannedStep {
  const parts = [
    disks.length === 0
      ? "Its memory goes over"
      : `Its memory and the disks ${disks.map(({ target }) => target).join(", ")} go over`,
    "while it runs; it stands still for the last moment of it.",
  ];
  const risk = options.postCopy
    ? "After “Finish by post-copy” the VM is on both hosts until all of its memory is there: if either fails then, it is lost."
    : null;
  return {
    title: `Migrate ${vmName} to ${targetName} while it runs`,
    effect: parts.join(" "),
    risk,
    undo: "Until it is there it goes on here, as if nothing had been. After that it stays there.",
  };
}

/** Nothing is lost with it: its content is where the VM is. */
function leftWords({ from }: CopiedDisk, { targetName }: MoveInput): PlannedStep {
  return {
    ...deleteVolumeWords({ pool: from.pool, name: from.volume }),
    risk: null,
    undo: `It is deleted only once the VM is on ${targetName}, where its content is then.`,
  };
}

function recordsWords({ vmName, targetName }: MoveInput): PlannedStep {
  return {
    title: `Take the history and shares of ${vmName} along to ${targetName}`,
    effect: "The versions of its definition, with whom it is shared, its console links and its API keys.",
    risk: null,
    undo: null,
  };
}
