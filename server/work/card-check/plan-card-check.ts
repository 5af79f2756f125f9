import type { Plan, PlannedStep } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import type { CardCheckInput } from "./card-check-input.schema";

/** How often the VM is started: reset bugs show only at the second start. */
export const startCount = 2;

/**
 * What "Check this card" does: starts the VM, waits until its firmware or a driver in it uses the device, forces
 * it off, does all of it again, and compares the host with how it was.
 * @param refusal Why the VM can't be started; null where it can.
 */
export function planCardCheck(input: CardCheckInput, refusal: string | null): Plan {
  const title = `Check the devices of ${input.vmName} by starting it twice`;
  const steps = refusal === null ? stepsOf(input) : [];
  const warnings =
    refusal === null
      ? [
          `${input.vmName} is forced off after each start: data that it has not written to its disks by then is lost.`,
        ]
      : [];
  return withFingerprint({ title, kind: "card-check", steps, warnings, refusal }, input);
}

function stepsOf({ vmName, devices }: CardCheckInput): PlannedStep[] {
  const names = devices.map(({ name }) => name).join(", ");
  const rounds = Array.from({ length: startCount }, (_, index) => roundSteps(vmName, names, index));
  return [
    ...rounds.flat(),
    {
      title: "Compare the host with its state before",
      effect: `reads the driver of ${names}, and whether each still responds`,
      risk: null,
      undo: null,
    },
  ];
}

function roundSteps(vmName: string, names: string, index: number): PlannedStep[] {
  const which = index === 0 ? "" : " again";
  return [
    {
      title: `Start ${vmName}${which}`,
      effect: `virsh start ${vmName}`,
      risk:
        index === 0
          ? null
          : "A card with a reset bug may hang here, and in rare cases the host with it. Save your work on the host first.",
      undo: `virsh destroy ${vmName}`,
    },
    {
      title: "Wait until the guest uses its devices",
      effect: `watches the command registers and interrupts of ${names} on the host`,
      risk: null,
      undo: null,
    },
    { title: `Force off ${vmName}`, effect: `virsh destroy ${vmName}`, risk: null, undo: null },
  ];
}
