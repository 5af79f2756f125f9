import * as z from "zod";
import { AppError } from "../../../errors";
import { need } from "../../../host/ability";
import type { Host } from "../../../host/host";
import { noteOf, type StepWork } from "../../../job/job-kind";
import { readProblem } from "./read-problems";
import type { ReadRomInput } from "./read-rom-input.schema";
import { romPaths } from "./rom-paths";

/** `control`: what the file said before. */
const wakeNoteSchema = z.object({ control: z.enum(["on", "auto"]) });

type Machine = Pick<Host, "writer" | "files">;

/** Keeps a card awake. */
export function wakeStep(machine: Machine, input: ReadRomInput): StepWork {
  const { powerControl, powerState } = romPaths(input.address);
  const textOf = async (path: string) => (await need(machine.files).readText(path))?.trim() ?? null;
  return {
    run: async ({ note, remember }) => {
      if (note === null) remember({ control: (await textOf(powerControl)) === "on" ? "on" : "auto" });
      await write(machine, input, "on");
    },
    verify: async () => {
      const state = await textOf(powerState);
      if (state?.startsWith("D3")) throw asleep(input.name, state);
    },
    undo: async ({ note }) => {
      const before = noteOf(note, wakeNoteSchema);
      if (before !== null) await write(machine, input, before.control);
    },
  };
}

/** Lets it sleep as before. */
export function sleepAgain(machine: Machine, input: ReadRomInput): StepWork {
  return {
    run: async ({ earlier }) => {
      const before = noteOf(earlier[0] ?? null, wakeNoteSchema);
      await write(machine, input, before?.control ?? "auto");
    },
    verify: async () => {},
    undo: async () => {},
  };
}

async function write(machine: Machine, { address, name }: ReadRomInput, value: string): Promise<void> {
  try {
    await need(machine.writer).write(romPaths(address).powerControl, value);
  } catch (error) {
    throw readProblem(name, error);
  }
}

/** vfio-pci before Linux 5.19 puts idle devices to sleep by itself. */
function asleep(name: string, state: string): AppError {
  return new AppError("host-refused", {
    userMessage: `${name} did not wake up (${state}), so its ROM can’t be read. Older kernels keep a reserved card asleep: return it to the host and reserve it anew with disable_idle_d3=1 as an option of vfio-pci, or reboot.`,
  });
}
