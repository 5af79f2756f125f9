import type { AssignmentFile } from "../shell/assignments";

export const grubDefaults = "etc/default/grub";
export const grubDropIns = "etc/default/grub.d";

/** Not of the recovery entry (10_linux). */
export const normalOnly = "GRUB_CMDLINE_LINUX_DEFAULT";
/** Of each entry. */
export const always = "GRUB_CMDLINE_LINUX";
export const grubVariables = [normalOnly, always] as const;

export interface GrubFiles {
  /** /etc/default/grub, then its drop-ins in the order in which they are read. */
  files: readonly { path: string; text: string }[];
  /** The variable for new parameters. */
  field: string;
  /** Whether grub-mkconfig reads drop-ins: Debian's and Ubuntu's does. */
  readsDropIns: boolean;
  /** Whether dash is the shell that reads them. */
  byDash: boolean;
}

/** One of them, taken apart. */
export interface ReadGrubFile extends AssignmentFile {
  path: string;
}
