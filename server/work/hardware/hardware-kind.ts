import { patternsOfDomains } from "../../domain/changes/grammar/domain-patterns";
import { replaceContent } from "../../domain/changes/replace-content";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { defineJobKind, type JobKind, noteOf, type StepWork } from "../../job/job-kind";
import { fingerprintOf } from "../../xml/fingerprint";
import { parseXml } from "../../xml/xml";
import { LiveDomain } from "../attach/live-domain";
import { volumeStep } from "../create/volume-step";
import { changeDefinition } from "../definition/change-definition";
import type { DefinitionHistory } from "../definition/definition-history";
import { editedNoteSchema, restoredDefinition } from "../definition/edited-note";
import { type RunningMachine, unplugPatienceMs } from "../live/unplug";
import { persevering } from "../persevering";
import { presentSoon } from "../present-soon";
import { type HardwareInput, hardwareInputSchema, type LiveChange } from "./hardware-input.schema";
import { carryOut, isDone, takeBack } from "./live-acts";
import { applyPlanned, isPlannedApplied } from "./planned-edit";

/** What the job reaches. */
interface HardwareRooms {
  fleet: Pick<Fleet, "host" | "vm">;
  definitions: DefinitionHistory;
  /** How long a guest may take to let go of a device, in milliseconds. */
  unplugMs?: number;
}

/** The job that changes a VM's hardware: its definition, and the machine that runs. */
export function hardwareKind(rooms: HardwareRooms): JobKind<"hardware"> {
  return defineJobKind("hardware", hardwareInputSchema, (hostId, input) =>
    hardwareSteps(rooms, hostId, input),
  );
}

/** In the order of `planHardware`. A device is unplugged before the definition is without it. */
function hardwareSteps(rooms: HardwareRooms, hostId: string, input: HardwareInput): StepWork[] {
  const { newVolume, live } = input;
  const make = newVolume === null ? [] : [volumeStep(rooms.fleet, hostId, newVolume)];
  const define = defineStep(rooms, hostId, input);
  if (live === null) return [...make, define];
  const machine = liveStep(rooms, hostId, { ...input, live });
  return live.act === "detach" ? [...make, machine, define] : [...make, define, machine];
}

function defineStep(rooms: HardwareRooms, hostId: string, input: HardwareInput): StepWork {
  const { vmId, vmName, by, what, edit, before } = input;
  const domain = new LiveDomain(rooms.fleet, hostId, vmId);
  // Every change is read back into the history.
  const readBack = () =>
    rooms.definitions.versions.latest({ hostId, vmId: vmId.toLowerCase() })?.xml ?? before;
  return persevering(() => rooms.fleet.host(hostId), {
    run: async (context) => {
      const began = context.note !== null;
      const patterns = await patternsOfDomains(rooms.fleet.host(hostId).machine.schemas.value);
      await changeDefinition(rooms, {
        hostId,
        vmId,
        by,
        what,
        // After a crash it may be done already.
        base: began ? null : fingerprintOf(before),
        edit: (document) => {
          if (began && isPlannedApplied(document, edit)) return;
          context.remember({ had: [], left: null });
          applyPlanned(document, edit, patterns);
        },
      });
      context.remember({ had: [], left: readBack() });
    },
    // libvirt may have written it in another way ("q35" becomes a version of it).
    verify: async () => {
      const saved = readBack();
      if (saved === before && !isPlannedApplied(parseXml(saved), edit)) throw notAsPlanned(vmName);
    },
    undo: async (memory) => {
      const note = noteOf(memory.note, editedNoteSchema);
      if (note === null) return;
      const isSo = async () =>
        isPlannedApplied(parseXml((await domain.describe()).saved), edit) ? true : null;
      // Sent just before a crash, it would be taken over after all was taken back.
      if (note.left === null) await presentSoon(isSo);
      const now = (await domain.describe()).saved;
      await changeDefinition(rooms, {
        hostId,
        vmId,
        by,
        what: `Took back: ${what}`,
        base: null,
        edit: (document) => {
          if (isPlannedApplied(document, edit))
            replaceContent(document, restoredDefinition(document, { before, left: note.left, now }));
        },
      });
    },
  });
}

function liveStep(
  { fleet, unplugMs = unplugPatienceMs }: HardwareRooms,
  hostId: string,
  { vmId, vmName, live }: HardwareInput & { live: LiveChange },
): StepWork {
  const domain = new LiveDomain(fleet, hostId, vmId);
  const onMachine = async (signal: AbortSignal | null, work: (machine: RunningMachine) => Promise<void>) => {
    // A machine that was shut down meanwhile has the new definition from its next start.
    if ((await domain.describe()).live === null) return;
    const { handle } = fleet.vm(hostId, vmId);
    await fleet
      .host(hostId)
      .runLong(`VM ${vmName}`, (connection) =>
        work({ connection, dom: handle, vmName, signal, patienceMs: unplugMs }),
      );
  };
  return {
    run: ({ signal, note, remember }) =>
      onMachine(signal, async (machine) => {
        if (note !== null) await pluggedSoon(machine, live);
        // What is so by another's doing is not taken back.
        if (note === null && isSeen(live) && (await isDone(machine, live))) return;
        remember("began");
        await carryOut(machine, live);
      }),
    verify: () =>
      onMachine(null, async (machine) => {
        if (!(await isDone(machine, live))) throw notAsPlanned(vmName);
      }),
    undo: async ({ note }) => {
      if (note === null) return;
      await onMachine(null, async (machine) => {
        await pluggedSoon(machine, live);
        await takeBack(machine, live);
      });
    },
  };
}

/** Waits for a device that libvirt may have been asked to plug in just before a crash. */
async function pluggedSoon(machine: RunningMachine, live: LiveChange): Promise<void> {
  if (live.act === "attach") await presentSoon(async () => ((await isDone(machine, live)) ? true : null));
}

/** Whether `isDone` looks. */
function isSeen({ act }: LiveChange): boolean {
  return act === "attach" || act === "detach";
}

function notAsPlanned(vmName: string): AppError {
  return new AppError("conflict", {
    userMessage: `The hardware of ${vmName} is not as planned: somebody else changes its definition as well. Look at it, then try again.`,
  });
}
