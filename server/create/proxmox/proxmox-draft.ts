import { ImportDraft } from "../qemu-command/draft";
import type { ConfLine } from "./conf-line";

/** The specification as far as a configuration of Proxmox's has been read. */
export class ProxmoxDraft extends ImportDraft {
  /** What can be booted from, by its key: "scsi0". */
  readonly bootable = new Map<string, { bootOrder?: number | null | undefined }>();
  /** The first disk to boot from in the old way (bootdisk). */
  bootDisk: string | null = null;
  windows = false;
  /** The controller of SCSI disks. */
  scsiController = "lsi";
}

/** Reads a line into the draft: takes what it understands of it. */
export type ReadLine = (draft: ProxmoxDraft, line: ConfLine) => void;

/** For what has no place in a VM here; the reason is told. */
export function told(reason: string): ReadLine {
  return (draft, line) => {
    line.takeAll();
    draft.note(line, reason);
  };
}

/** For what matters only where it is not as usual. */
export function toldUnless(usual: RegExp, reason: string): ReadLine {
  return (draft, line) => {
    const value = line.takeAll();
    if (!usual.test(value)) draft.note(line, reason);
  };
}
