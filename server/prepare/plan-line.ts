import {
  type BootCommand,
  type KernelLineFormat,
  type KernelLineSource,
  once,
} from "../host/boot/boot-setup";
import { deploymentCommand, grubbyCommand, kernelstubCommands } from "./editor-commands";
import { planEfiEntry } from "./efi/plan-efi-entry";
import { type FileStep, stepsTo } from "./file-step";
import { editDefaultLabel, editExtlinux } from "./formats/extlinux";
import { planGrubDefault } from "./formats/grub-default";
import { grubDefaults, grubDropIns } from "./formats/grub-files";
import { editKernelstub } from "./formats/kernelstub";
import { withKeyedLines } from "./formats/keyed-lines";
import { editLimine, isUnraid } from "./formats/limine-conf";
import { editLoaderEntry, optionsOf } from "./formats/loader-entry";
import { editCommandLineText, editFirstLine, editPlain } from "./formats/plain-lines";
import { editQuotedOption } from "./formats/quoted-option";
import { editRefindLinux } from "./formats/quoted-pairs";
import { editRefindConf } from "./formats/refind-conf";
import { editShellVariable } from "./formats/shell-variable";
import { escapedDialect } from "./kernel-line/dialect";
import type { LineChange } from "./kernel-line/line-change";
import { wordChanges } from "./kernel-line/word-changes";
import { lineToWrite, refuseWithoutPlace, runningChanges, wordsOf } from "./line-place";
import type { PrepareHost } from "./prepare-host";
import { Refused } from "./refused";
import { readAssignments } from "./shell/assignments";

interface PlannedLine {
  steps: FileStep[];
  commands: readonly BootCommand[];
}

/** The kernel line's part of a plan: its files, and what carries them into what boots. */
export function planLine(host: PrepareHost, change: LineChange): PlannedLine {
  const { line } = host.boot;
  if (line === null) {
    throw new Refused(
      "Nothing tells how this host boots, so that no file can be named for its kernel line.",
      `Add to the kernel line: ${wordsOf(change).join(" ")}`,
    );
  }
  return byFormat[line.format](host, line, change);
}

type PlanFormat = (host: PrepareHost, line: KernelLineSource, change: LineChange) => PlannedLine;
/** @param elsewhere What other files put onto the same line, before it. */
type EditText = (
  text: string,
  change: LineChange,
  line: KernelLineSource,
  path: string,
  elsewhere: readonly string[],
) => string;

const byFormat: Readonly<Record<KernelLineFormat, PlanFormat>> = {
  "grub-default": grubDefault,
  entries,
  plain: eachFile((text, change, _, __, elsewhere) => editPlain(text, change, elsewhere)),
  "cmdline-txt": eachFile(editCommandLineText),
  "first-line": eachFile(editFirstLine),
  "uki-conf": eachFile((text, change) =>
    /^\s*Cmdline\s*=\s*"/m.test(text)
      ? editQuotedOption(text, /^\s*Cmdline\s*=\s*"/, change)
      : withKeyedLines(text, /^\s*Cmdline\s*=\s*/, change),
  ),
  "dracut-conf": eachFile((text, change, _, path) => editShellVariable(path, text, "kernel_cmdline", change)),
  kernelstub,
  "limine-default": eachFile((text, change, { field }, path) => {
    const name = field ?? "KERNEL_CMDLINE[default]";
    if (!readAssignments(text).assignments.some((one) => one.name === name))
      throw new Refused(
        `/${path} does not set ${name}: the entries have the line of the running kernel.`,
        `Set ${name} there to the words of /proc/cmdline that are not of the loader, and ${wordsOf(change).join(" ")}`,
      );
    return editShellVariable(path, text, name, change);
  }),
  "limine-conf": eachFile(editLimine),
  "refind-linux": eachFile(editRefindLinux),
  "refind-conf": eachFile(editRefindConf),
  extlinux: eachFile((text, change) =>
    isUnraid(text) ? editDefaultLabel(text, change) : editExtlinux(text, change),
  ),
  "shell-variable": eachFile((text, change, { field }, path) =>
    editShellVariable(path, text, field ?? "", change),
  ),
  lilo: eachFile((text, change) =>
    editQuotedOption(text, /^\s*append\s*=\s*"/, change, { dialect: escapedDialect }),
  ),
  deployment: ({ files }, _, change) => ({
    steps: [],
    commands: commandsOf(
      deploymentCommand(
        runningChanges(files.text("proc/cmdline"), change),
        files.text("proc/cmdline")?.trim() ?? "",
      ),
    ),
  }),
  "bootc-kargs": (_, { file }, change) => {
    throw new Refused(
      `The kernel line is a part of the image (${file}), below /usr, which is read-only.`,
      `Build an image with kargs = ${JSON.stringify(wordsOf(change))} in a file of /usr/lib/bootc/kargs.d.`,
    );
  },
  nixos: (_, __, change) => {
    const list = wordsOf(change).map((word) => JSON.stringify(word));
    throw new Refused(
      "NixOS makes its boot entries of its configuration, which is its owner's to edit.",
      `boot.kernelParams = [ ${list.join(" ")} ]; then nixos-rebuild boot`,
    );
  },
  managed: ({ files }, { system }, change) => {
    throw new Refused(
      `${system?.name} ${system?.why}: none of the files that other hosts boot by counts here.`,
      system?.changeLine(runningChanges(files.text("proc/cmdline"), change)) ?? null,
    );
  },
  "efi-entry": (host, _, change) => {
    try {
      return { steps: [], commands: planEfiEntry(host, change) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new Refused(
        `The firmware starts the kernel by itself: its line is a part of a boot entry, which is made anew. ${error.message}`,
        error.instead ??
          `Make an entry with efibootmgr --create whose --unicode ends in: ${wordsOf(change).join(" ")}`,
      );
    }
  },
};

function grubDefault(
  { files, family }: PrepareHost,
  line: KernelLineSource,
  change: LineChange,
): PlannedLine {
  const readsDropIns = family === "debian" || family === "proxmox" || family === "pop";
  const steps = planGrubDefault(
    {
      files: [
        { path: grubDefaults, text: files.text(grubDefaults) ?? "" },
        ...(readsDropIns ? files.inFolder(grubDropIns) : []),
      ],
      field: line.field ?? "GRUB_CMDLINE_LINUX_DEFAULT",
      readsDropIns,
      byDash: readsDropIns,
    },
    change,
  );
  return { steps, commands: steps.length > 0 ? line.regenerate : [] };
}

/** Entries are edited by hand, or by grubby, which is run and compared with what it should make of them. */
function entries({ files }: PrepareHost, line: KernelLineSource, wanted: LineChange): PlannedLine {
  const found = files.matching(line.file);
  // grubby puts a new value into the place of the one that is there.
  const change = { ...wanted, joinsLists: line.editor === "grubby" };
  const steps = found.flatMap(({ path, text }) => {
    const takesVariable = optionsOf(text).includes("$kernelopts");
    return takesVariable ? [] : stepsTo(path, text, editLoaderEntry(text, change));
  });
  if (line.editor !== "grubby") {
    refuseWithoutPlace(found, steps, line, change);
    return { steps, commands: steps.length > 0 ? line.regenerate : [] };
  }
  const [step] = steps;
  const isDone =
    found.length > 0 && step === undefined && !found.some(({ text }) => text.includes("$kernelopts"));
  const changes =
    step === undefined
      ? runningChanges(files.text("proc/cmdline"), change)
      : wordChanges(optionsOf(step.before ?? ""), optionsOf(step.after));
  return { steps, commands: isDone ? [] : commandsOf(grubbyCommand(changes)) };
}

function kernelstub({ files }: PrepareHost, line: KernelLineSource, change: LineChange): PlannedLine {
  const [found] = files.matching(line.file);
  if (found === undefined) {
    return {
      steps: [],
      commands: commandsOf(kernelstubCommands(runningChanges(files.text("proc/cmdline"), change))),
    };
  }
  const after = editKernelstub(found.text, change);
  const changes = wordChanges(kernelOptions(found.text), kernelOptions(after));
  return { steps: stepsTo(found.path, found.text, after), commands: commandsOf(kernelstubCommands(changes)) };
}

function kernelOptions(text: string): string {
  const configuration: { user: { kernel_options: string[] } } = JSON.parse(text);
  return configuration.user.kernel_options.join(" ");
}

function eachFile(edit: EditText): PlanFormat {
  return ({ files }, line, change) => {
    const found = files.matching(line.file);
    if (found.length === 0) throw new Refused(`${line.file} is not there.`, lineToWrite(files, line, change));
    const last = found.length - 1;
    const steps = found.flatMap(({ path, text }, index) => {
      const part = index === last ? change : { ...change, add: [], addIds: [], hugePages: null };
      const elsewhere = found.slice(0, index).map((file) => file.text);
      return stepsTo(path, text, edit(text, part, line, path, elsewhere));
    });
    refuseWithoutPlace(found, steps, line, change);
    return { steps, commands: steps.length > 0 ? line.regenerate : [] };
  };
}

function commandsOf(commands: readonly string[][]): BootCommand[] {
  return commands.map((words) => once(...words));
}
