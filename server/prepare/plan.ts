import type { BootCommand } from "../host/boot/boot-setup";
import type { FileStep } from "./file-step";
import { refuseBeyondHost } from "./host-limits";
import type { LineChange } from "./kernel-line/line-change";
import { planLine } from "./plan-line";
import type { PrepareHost } from "./prepare-host";
import { Refused } from "./refused";

/** What preparing a host takes: contract of `passdeck prepare --json`. */
export interface PreparePlan {
  /** Files by their absolute paths. */
  steps: readonly FileStep[];
  /** To run after the files were written, in order; words of each. */
  commands: readonly (readonly string[])[];
  refused: { reason: string; instead: string | null } | null;
}

/** What a change takes on a host; pure. */
export function planPrepare(host: PrepareHost, change: LineChange): PreparePlan {
  try {
    refuseBeyondHost(host.files, change);
    const { steps, commands } = planLine(host, change);
    return {
      steps: steps.map((step) => ({ ...step, file: `/${step.file}` })),
      commands: commands.flatMap((command) => wordsOf(command, host.kernels)),
      refused: null,
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { steps: [], commands: [], refused: { reason: error.message, instead: error.instead } };
  }
}

/** A command that is for each kernel, with "VERSION" filled in. */
function wordsOf({ words, forEachKernel }: BootCommand, kernels: readonly string[]): string[][] {
  if (!forEachKernel || kernels.length === 0) return [[...words]];
  return kernels.map((kernel) => words.map((word) => word.replaceAll("VERSION", kernel)));
}
