import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { StepWork } from "../../job/job-kind";
import type { MoveInput } from "./move-input.schema";
import { decidedOn, limitedForUndo, lookAt } from "./settle-move";
import { untilTold } from "./until-told";

/**
 * Whether the VM is on the target for good, so that nothing of what is there for it may be taken back. One that was off has arrived
 * once the source has it no more.
 */
export async function hasArrived(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  input: MoveInput,
  signal: AbortSignal,
): Promise<boolean> {
  const limited = limitedForUndo(signal);
  const target = () => fleet.host(input.targetHostId);
  if (input.cold === null)
    return (await decidedOn(target, input, limited, leftWords(input))).presence !== "absent";
  const here = await untilTold(
    limited,
    () => lookAt(fleet.host(hostId), input, "source"),
    unknownWords(input),
  );
  if (here.presence !== "absent") return false;
  const there = await untilTold(limited, () => lookAt(target(), input, "target"), leftWords(input));
  return there.presence !== "absent";
}

/** A step whose work on the target is left alone where the VM uses it by now. */
export function unlessArrived(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  input: MoveInput,
  step: StepWork,
): StepWork {
  return {
    ...step,
    undo: async (memory) => {
      if (!(await hasArrived(fleet, hostId, input, memory.signal))) await step.undo(memory);
    },
  };
}

/** What is told where a job is undone whose VM has arrived. */
export function staysThere({ vmName, targetName }: MoveInput): AppError {
  return new AppError("conflict", {
    userMessage: `${vmName} is on ${targetName} and stays there; its disks that were copied are kept here as well. Migrate it back if you want it here.`,
  });
}

function leftWords({ vmName, targetName }: MoveInput): string {
  return `${targetName} does not answer, so what was made there for ${vmName} is left there.`;
}

function unknownWords({ vmName, targetName }: MoveInput): string {
  return `The host that ${vmName} comes from does not answer, so what was made for it on ${targetName} is left there.`;
}
