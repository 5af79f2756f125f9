import type { ImportDraft } from "./draft";
import { entryOf } from "./entry-of";
import type { QemuOption } from "./option";
import type { QemuCall } from "./option-list";

/** What the script says beside the call itself. */
export function noteScript(
  draft: ImportDraft,
  { program, prefix, strays, calls, conditional, joined, typographic }: QemuCall,
) {
  if (/qemu-system-i386$/.test(program))
    draft.noteAtEnd(program, "The VM is of x86_64, which runs 32-bit guests as well.");
  if (prefix !== "") draft.noteAtEnd(prefix, "This is not part of QEMU's command. Pin CPUs under Hardware.");
  for (const word of strays) draft.noteAtEnd(word, "The script does not say what this is.");
  if (calls > 1) draft.noteAtEnd(program, `The text calls QEMU ${calls} times; the first call was read.`);
  if (conditional) {
    draft.noteAtEnd(
      program,
      "The script has conditions or loops; all lines were read as if they were carried out once.",
    );
  }
  if (typographic) draft.noteAtEnd(program, "Typographic quotes and dashes (“ ” –) were read as plain ones.");
  if (joined) {
    draft.noteAtEnd(
      program,
      "A line begins with an option and the one before it does not go on (\\); they were read as one.",
    );
  }
}

const elsewhere = "Add it as XML.";

/** Why an option does not come along, where there is more to say than that. */
const qemuReasons: Readonly<Record<string, string>> = {
  uuid: "The VM gets a UUID of its own.",
  readconfig: "The file is not read. What stands in it is not imported.",
  kernel: `The kernel is not imported. ${elsewhere}`,
  initrd: `The initial RAM disk is not imported. ${elsewhere}`,
  append: `The kernel's command line is not imported. ${elsewhere}`,
  smbios: `SMBIOS values are not imported. ${elsewhere}`,
  monitor: "libvirt has QEMU's monitor to itself.",
  mon: "libvirt has QEMU's monitor to itself.",
  qmp: "libvirt has QEMU's monitor to itself.",
  sandbox: "libvirt confines QEMU as its qemu.conf says (seccomp_sandbox).",
  pidfile: "libvirt keeps QEMU's process ID itself.",
  fda: "Floppy disks are not imported.",
  fdb: "Floppy disks are not imported.",
  loadvm: "Snapshots are not imported.",
  incoming: "A VM that is moved here is not imported by its command.",
  "mem-prealloc": "Memory is allocated beforehand only with huge pages.",
};

/** Whatever nobody took: by this nothing is lost in silence. */
export function noteUnread(draft: ImportDraft, options: readonly QemuOption[], reasons = qemuReasons) {
  const unused = new Set(draft.unusedBackends());
  for (const option of options) {
    const unread = option.unread();
    if (unused.has(option)) draft.note(option, "No device in the command uses it.");
    else if (unread === null)
      draft.note(option, entryOf(reasons, option.name) ?? "Passdeck does not import this option.");
    else if (unread.length > 0) draft.note(option, `Not imported: ${unread.join(", ")}.`);
    if (/[$`]/.test(option.value ?? "") && !draft.hasNote(option)) {
      draft.note(option, "It has a placeholder in it. Fill it in.");
    }
  }
}
