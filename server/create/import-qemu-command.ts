import { ImportDraft, type ImportHost, type TextImport } from "./qemu-command/draft";
import { finishSpecification } from "./qemu-command/finish";
import { architectureOfProgram } from "./qemu-command/machine";
import { noteDefaultCard } from "./qemu-command/networks";
import { noteScript, noteUnread } from "./qemu-command/notes";
import { qemuCallOf } from "./qemu-command/option-list";
import { readOptions } from "./qemu-command/read-options";

/**
 * Reads a call of QEMU's (as in scripts and manuals, or what libvirt logs) as a specification. Nothing is dropped in
 * silence: an option or property that no reader takes is in the notes.
 * @throws AppError "bad-input" where it is no command of QEMU's, or runs guests of another architecture.
 */
export function importQemuCommand(command: string, host: Partial<ImportHost> = {}): TextImport {
  const call = qemuCallOf(command);
  const draft = new ImportDraft(host);
  // QEMU's own machine and firmware, where the command names none.
  const machine = architectureOfProgram(call.program) === "aarch64" ? "virt" : "i440fx";
  Object.assign(draft.vm, { machine, firmware: { kind: machine === "virt" ? "uefi" : "bios" } });
  readOptions(draft, call.options);
  noteDefaultCard(draft, call.options);
  noteScript(draft, call);
  noteUnread(draft, call.options);
  return { specification: finishSpecification(draft, call.options), notes: draft.notes };
}
