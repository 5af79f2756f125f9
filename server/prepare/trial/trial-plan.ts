import type { FileStep } from "../file-step";

/** What trying a change at the host's next start takes, and what ends the trial. Files by their absolute paths. */
export interface TrialPlan {
  /** Written first. What they are put back to when the trial is over is their `before`. */
  steps: readonly FileStep[];
  /** Those of the files that are to be run. */
  executable: readonly string[];
  /** Run after the files were written; the last of them chooses the trial for the next start. */
  commands: readonly (readonly string[])[];
  /** Run when the trial is over, whichever way it went, before the files are put back. */
  cleanUp: readonly (readonly string[])[];
  /** Reboots into it. */
  reboot: readonly string[];
  refused: { reason: string; instead: string | null } | null;
}

/** A loader's part of a trial. Paths without a leading slash, as in {@link FileStep}. */
export interface TrialEntry {
  steps: readonly FileStep[];
  commands: readonly (readonly string[])[];
  cleanUp: readonly (readonly string[])[];
  reboot: readonly string[];
  /** Where the loader looks for the trial's initial RAM disk, or for its unified kernel image; with a leading slash. */
  imagePath: string;
  /** The kernel's line of a unified kernel image; left out where the loader has it. */
  unifiedLine?: string;
}

/** By which a loader knows the trial. */
export const trialName = "passdeck-trial";

export const plainReboot = ["systemctl", "reboot"] as const;
