import { createHash } from "node:crypto";
import * as z from "zod";
import { cutRom } from "../../../domain/rom/cut-rom";
import { readRom } from "../../../domain/rom/read-rom";
import type { RomReport } from "../../../domain/rom/rom.schema";
import type { RomStore } from "../../../domain/rom/rom-store";
import { romWords } from "../../../domain/rom/rom-words.schema";
import { AppError } from "../../../errors";
import type { Fleet } from "../../../fleet/fleet";
import { need } from "../../../host/ability";
import { HostWriteError, type HostWriter } from "../../../host/writer/host-writer";
import { defineJobKind, type JobKind, noteOf, type StepWork } from "../../../job/job-kind";
import { romsOf } from "../rom-file";
import { readProblem } from "./read-problems";
import { type ReadRomInput, readRomInputSchema } from "./read-rom-input.schema";
import { refuseInUse } from "./refuse-in-use";
import { romPaths } from "./rom-paths";
import { sleepAgain, wakeStep } from "./wake-steps";

/** `sha256`: of what is to be kept; null before it is read. */
const readNoteSchema = z.object({ sha256: z.string().nullable() });

/** The job that reads a card's ROM, in the order of `planReadRom`. */
export function readRomKind(fleet: Fleet): JobKind<"read-rom"> {
  return defineJobKind("read-rom", readRomInputSchema, (hostId, input) => {
    const read = readStep(fleet, hostId, input);
    if (!input.wake) return [read];
    const { machine } = fleet.host(hostId);
    return [wakeStep(machine, input), read, sleepAgain(machine, input)];
  });
}

function readStep(fleet: Fleet, hostId: string, input: ReadRomInput): StepWork {
  const { rom } = romPaths(input.address);
  const writer = () => need(fleet.host(hostId).machine.writer);
  const roms = () => romsOf(fleet, hostId);
  return {
    run: async ({ note, remember, report }) => {
      const known = noteOf(note, readNoteSchema)?.sha256 ?? null;
      if (known !== null && (await isKept(roms(), input.file, known))) return switchOff(writer(), rom);
      await refuseInUse(fleet, hostId, input);
      remember({ sha256: null });
      const { bytes, cut } = await romOf(writer(), input);
      remember({ sha256: digestOf(bytes) });
      await roms().add(input.file, bytes);
      report(reportText(input, readRom(bytes, input), cut));
    },
    verify: async ({ note }) => {
      const sha256 = noteOf(note, readNoteSchema)?.sha256 ?? "";
      if (!(await isKept(roms(), input.file, sha256))) throw notKept(input);
    },
    undo: async ({ note }) => {
      const begun = noteOf(note, readNoteSchema);
      if (begun === null) return;
      await switchOff(writer(), rom);
      // Another's file of that name stays.
      if (begun.sha256 !== null && (await isKept(roms(), input.file, begun.sha256)))
        await roms().remove(input.file);
    },
  };
}

/** Reads the ROM, and switches it off again whatever comes of it. @throws AppError where some guest can't use it. */
async function romOf(writer: HostWriter, input: ReadRomInput) {
  const { rom: path } = romPaths(input.address);
  try {
    await writer.write(path, "1");
    const text = await writer.read(path, "base64").finally(() => switchOff(writer, path));
    const { rom, header } = cutRom(Buffer.from(text, "base64"));
    const failure = readRom(rom, input).problems.find(({ weight }) => weight === "fail");
    if (failure !== undefined) throw unusable(input, failure.message);
    return { bytes: rom, cut: header };
  } catch (error) {
    throw readProblem(input.name, error);
  }
}

/** What is off already, or gone, is off. */
async function switchOff(writer: HostWriter, path: string): Promise<void> {
  try {
    await writer.write(path, "0");
  } catch (error) {
    if (!(error instanceof HostWriteError) || error.code !== "ENOENT") throw error;
  }
}

async function isKept(roms: RomStore, file: string, sha256: string): Promise<boolean> {
  return (await roms.names()).includes(file) && digestOf(await roms.read(file)) === sha256;
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function reportText({ name, file }: ReadRomInput, report: RomReport, cut: string | null): string {
  const lines = [
    ...romWords(report),
    ...(cut === null ? [] : [`Cut off before it: ${cut}`]),
    ...report.problems.map(({ message, fix }) => `${message} ${fix}`),
  ];
  return [`# VBIOS of ${name}`, `Kept as ${file}.`, lines.map((line) => `- ${line}`).join("\n")].join("\n\n");
}

function unusable({ name }: ReadRomInput, message: string): AppError {
  return new AppError("host-refused", {
    userMessage: `What ${name} shows as its ROM is of no use, and was not kept. ${message} Reboot the host with the card reserved for VMs from the start, or upload a file that was read elsewhere.`,
  });
}

function notKept({ file }: ReadRomInput): AppError {
  return new AppError("conflict", {
    userMessage: `${file} is not what was read: somebody else changed or deleted it. Read the ROM again.`,
  });
}
