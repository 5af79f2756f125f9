import type { BootCommand } from "../host/boot/boot-setup";
import { changesLine, type HostChange, placed } from "./change";
import { planTarget } from "./default-target";
import type { FileStep } from "./file-step";
import { planStub, refuseFrozen } from "./grub-stub";
import { refuseBeyondHost } from "./host-limits";
import { planLookingGlass } from "./looking-glass/plan-looking-glass";
import { planHostModules } from "./plan-host-modules";
import { planLine } from "./plan-line";
import type { PrepareHost } from "./prepare-host";
import { refuseUnproven } from "./prove-line";
import { refuseNeeded } from "./refuse-needed";
import { Refused } from "./refused";

/** What preparing a host takes: contract of `passdeck prepare --json`. */
export interface PreparePlan {
  /** Files by their absolute paths. */
  steps: readonly FileStep[];
  /** To run after the files were written, in order; words of each. */
  commands: readonly (readonly string[])[];
  /** Those of the files that are to be run, where they are new. */
  executable: readonly string[];
  refused: { reason: string; instead: string | null } | null;
}

/** What a change takes on a host; pure. */
export function planPrepare(host: PrepareHost, change: HostChange): PreparePlan {
  try {
    refuseNeeded(host.needed, change);
    refuseBeyondHost(host.files, change.line);
    const { line, modules, target, lookingGlass, restoresStub } = placed(change, host);
    if (changesLine(line)) {
      if (!restoresStub) refuseFrozen(host);
      refuseUnproven(host);
    }
    const parts = [
      ...(restoresStub ? [planStub(host)] : []),
      ...(changesLine(line) ? [{ ...planLine(host, line), executable: [] }] : []),
      planHostModules(host, modules, line.addIds),
      { steps: [], executable: [], commands: target ? planTarget(host.files, target) : [] },
      ...(lookingGlass ? [planLookingGlass(host, lookingGlass)] : []),
    ];
    const commands = parts.flatMap((part) => part.commands.flatMap((one) => wordsOf(one, host.kernels)));
    return {
      steps: parts.flatMap(({ steps }) => steps.map((step) => ({ ...step, file: `/${step.file}` }))),
      commands: withoutDoubles(commands),
      executable: parts.flatMap(({ executable }) => executable.map((file) => `/${file}`)),
      refused: null,
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return {
      steps: [],
      commands: [],
      executable: [],
      refused: { reason: error.message, instead: error.instead },
    };
  }
}

/** A command that is for each kernel, with "VERSION" filled in. */
function wordsOf({ words, forEachKernel }: BootCommand, kernels: readonly string[]): string[][] {
  if (!forEachKernel || kernels.length === 0) return [[...words]];
  return kernels.map((kernel) => words.map((word) => word.replaceAll("VERSION", kernel)));
}

/** What both parts ask for is run once, after all files are there: a unified image holds line and modules. */
function withoutDoubles(commands: readonly string[][]): string[][] {
  return [...new Map(commands.map((words) => [words.join("\0"), words])).values()];
}
