import { readDevice } from "./qemu-command/devices";
import { ImportDraft, type ImportHost, type ImportNote } from "./qemu-command/draft";
import { driveOptions, noteUnusedDrives } from "./qemu-command/drives";
import { machineOptions, type ReadOption } from "./qemu-command/machine-options";
import { networkOptions } from "./qemu-command/networks";
import { optionsOf, optionText, type QemuOption } from "./qemu-command/option-list";
import { readProperties } from "./qemu-command/properties";
import { screenOptions } from "./qemu-command/screen-options";
import {
  type VmSpecification,
  type VmSpecificationInput,
  vmSpecificationSchema,
} from "./vm-specification.schema";

export interface QemuImport {
  specification: VmSpecification;
  /** What could not be carried over, or not as it was, in the order of the command. */
  notes: ImportNote[];
}

const readers: Readonly<Record<string, ReadOption>> = {
  ...machineOptions,
  ...driveOptions,
  ...networkOptions,
  ...screenOptions,
  object: readObject,
};

const usualHost: ImportHost = { folder: "/var/lib/libvirt/images", hugepageBytes: 2 * 2 ** 20 };

/**
 * Reads a QEMU command line (as in scripts and manuals, or what libvirt logs) as a specification. Nothing is dropped
 * in silence: whatever does not come along is in the notes.
 * @throws AppError "bad-input" where it is no command of QEMU's.
 */
export function importQemuCommand(command: string, host: Partial<ImportHost> = {}): QemuImport {
  const options = optionsOf(command);
  const draft = new ImportDraft({ ...usualHost, ...host });
  // QEMU's own machine and firmware, where the command names none.
  Object.assign(draft.vm, { machine: "i440fx", firmware: { kind: "bios" } });
  for (const option of options) if (option.name !== "device") readOption(draft, option);
  // Devices name drives, networks and threads that may stand behind them.
  for (const { name, value } of options) {
    if (name === "device" && value !== null) readDevice(draft, readProperties(value), `-device ${value}`);
  }
  noteUnusedDrives(draft);
  if (draft.hugepages) backWithHugepages(draft);
  return { specification: finish(draft, options), notes: draft.notes };
}

function readOption(draft: ImportDraft, option: QemuOption) {
  const reader = readers[option.name];
  if (reader === undefined) draft.note(optionText(option), "Passdeck does not know this option.");
  else reader(draft, option.value ?? "", optionText(option));
}

function readObject(draft: ImportDraft, value: string, argument: string) {
  const { kind, values } = readProperties(value);
  if (kind === "iothread") draft.iothreads.push(values.get("id") ?? "");
  else if (kind === "memory-backend-file" || kind === "memory-backend-memfd") {
    draft.hugepages ||= /huge/.test(values.get("mem-path") ?? "") || values.get("hugetlb") === "on";
  } else if (
    kind !== "rng-random" &&
    kind !== "rng-builtin" &&
    kind !== "secret" &&
    kind !== "memory-backend-ram"
  ) {
    draft.note(argument, `Passdeck does not support objects of type ${kind}.`);
  }
}

function backWithHugepages(draft: ImportDraft) {
  const { hugepageBytes } = draft.host;
  if ((draft.memory.bytes ?? 0) % hugepageBytes === 0) draft.memory.hugepageBytes = hugepageBytes;
  else
    draft.note(
      "-mem-path",
      "The memory is not a multiple of the host's huge page size; default pages are used.",
    );
}

/** What is not in the command is not in the VM. A part that the schema refuses is left out with a note. */
function finish(draft: ImportDraft, options: readonly QemuOption[]): VmSpecification {
  const bare = options.some(({ name }) => name === "nodefaults");
  const { vm, cpu, memory, features, clock, disks, opticalDrives, networks, cards, usbDevices } = draft;
  const whole: VmSpecificationInput = {
    guestAgent: false,
    randomness: false,
    tablet: false,
    serialConsole: !bare,
    graphics: { kind: bare ? "none" : "vnc" },
    ...vm,
    ...{ cpu, memory, features, clock, disks, opticalDrives, networks, cards, usbDevices },
  };
  return parseLeniently(draft, whole);
}

/** Parts of the specification without which it still is one, and the fewest that have to go. */
function parseLeniently(draft: ImportDraft, whole: VmSpecificationInput): VmSpecification {
  const left: Record<string, unknown> = { ...whole };
  for (;;) {
    const parsed = vmSpecificationSchema.safeParse(left);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const part = String(issue?.path[0] ?? "");
    // Every round takes a part out, and none at all is a specification.
    if (issue === undefined || part === "name" || !(part in left)) throw parsed.error;
    const list = left[part];
    const index = issue.path[1];
    if (Array.isArray(list) && typeof index === "number")
      left[part] = list.filter((_, place) => place !== index);
    else delete left[part];
    draft.note(issue.path.join("."), issue.message);
  }
}
