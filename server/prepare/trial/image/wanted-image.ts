import type { ModuleStep } from "../../modules/plan/draft";
import type { TrialHost } from "../trial-host";
import type { RunFile } from "./run-files";

/** What an image is built of, and how. Paths without a leading slash. */
export interface TrialImage {
  files: readonly StagedFile[];
  commands: readonly (readonly string[])[];
}

export interface StagedFile {
  file: string;
  text: string;
  executable: boolean;
}

/** What a tool is to build. */
export interface WantedImage {
  host: TrialHost;
  /** What the change makes of the tool's own files. */
  steps: readonly ModuleStep[];
  /** What the started system is to read beside its own files. */
  runFiles: readonly RunFile[];
  /** With a leading slash. */
  path: string;
  /** The kernel's line of a unified kernel image; null of an initial RAM disk. */
  line: string | null;
}
