import * as z from "zod";

/** Installers that can be answered beforehand, and what each calls its answer file. */
export const linuxInstallers = ["preseed", "kickstart", "autoinstall"] as const;
export const linuxInstallerSchema = z.enum(linuxInstallers);
export const installerSchema = z.enum(["windows", ...linuxInstallers]);

export type LinuxInstaller = z.infer<typeof linuxInstallerSchema>;
export type Installer = z.infer<typeof installerSchema>;

/**
 * How an installer gets its answers. "cd": it looks through the drives by itself. "kernel": Passdeck starts the
 * installer's kernel with an option that has it take them; without that it asks first, or does not look at all.
 */
export interface AnswersWay {
  /** The label of the CD that it looks for; null: the files go into the initial RAM disk. */
  label: "ANSWERS" | "OEMDRV" | "CIDATA" | null;
  /** Options of the installer's kernel; null: it is started from its own CD, as its boot loader does. */
  kernelOptions: readonly string[] | null;
}

export const answersWays: Readonly<Record<Installer, AnswersWay>> = {
  /** Goes through all drives by the file's name. */
  windows: { label: "ANSWERS", kernelOptions: null },
  /** Anaconda takes /ks.cfg of a drive of that label (its documentation, "inst.ks"). */
  kickstart: { label: "OEMDRV", kernelOptions: null },
  /** Subiquity takes the data source NoCloud, and asks whether it may go on without that word (its "Autoinstall quick start"). */
  autoinstall: { label: "CIDATA", kernelOptions: ["autoinstall"] },
  /** Takes /preseed.cfg of its initial RAM disk (Debian's installation guide, B.2.1), and "auto" puts questions after it. */
  preseed: { label: null, kernelOptions: ["auto=true", "priority=critical"] },
};
