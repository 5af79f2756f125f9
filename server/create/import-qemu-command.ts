import { noteBoot, setBootOrder } from "./qemu-command/boot-order";
import { readDevice } from "./qemu-command/devices";
import { ImportDraft, type ImportHost, type ImportNote } from "./qemu-command/draft";
import { driveOptions } from "./qemu-command/drives";
import { finishSpecification } from "./qemu-command/finish";
import {
  finishFirmware,
  firmwareOptions,
  readMachineFlash,
  takeSystemManagement,
} from "./qemu-command/firmware";
import {
  architectureOfProgram,
  machineOptions,
  type ReadOption,
  readMemoryBackend,
} from "./qemu-command/machine";
import { finishOldNetworks, networkOptions, noteDefaultCard } from "./qemu-command/networks";
import { noteScript, noteUnread } from "./qemu-command/notes";
import { objectOptions } from "./qemu-command/objects";
import type { QemuOption } from "./qemu-command/option";
import { type QemuCall, qemuCallOf } from "./qemu-command/option-list";
import { plainOptions } from "./qemu-command/plain-devices";
import { processorOptions } from "./qemu-command/processor";
import { screenOptions } from "./qemu-command/screen-options";
import { sharedOptions } from "./qemu-command/shared-devices";
import { usbOptions } from "./qemu-command/usb";
import type { VmSpecification } from "./vm-specification.schema";

export interface QemuImport {
  specification: VmSpecification;
  /** What could not be carried over, or not as it was, in the order of the command. */
  notes: ImportNote[];
}

const readers: Readonly<Record<string, ReadOption>> = {
  ...machineOptions,
  ...processorOptions,
  ...firmwareOptions,
  ...driveOptions,
  ...networkOptions,
  ...screenOptions,
  ...objectOptions,
  ...plainOptions,
  ...sharedOptions,
  ...usbOptions,
  boot: noteBoot,
};

const usualHost: ImportHost = { folder: "/var/lib/libvirt/images", hugepageBytes: 2 * 2 ** 20 };

/**
 * Reads a call of QEMU's (as in scripts and manuals, or what libvirt logs) as a specification. Nothing is dropped in
 * silence: an option or property that no reader takes is in the notes.
 * @throws AppError "bad-input" where it is no command of QEMU's, or runs guests of another architecture.
 */
export function importQemuCommand(command: string, host: Partial<ImportHost> = {}): QemuImport {
  const call = qemuCallOf(command);
  const draft = new ImportDraft({ ...usualHost, ...host });
  // QEMU's own machine and firmware, where the command names none.
  const machine = architectureOfProgram(call.program) === "aarch64" ? "virt" : "i440fx";
  Object.assign(draft.vm, { machine, firmware: { kind: machine === "virt" ? "uefi" : "bios" } });
  readOptions(draft, call.options);
  noteScript(draft, call);
  noteUnread(draft, call.options);
  return { specification: finishSpecification(draft, call.options), notes: draft.notes };
}

/** Options whose meaning hangs on another come behind it, wherever they stand. */
function readOptions(draft: ImportDraft, options: QemuCall["options"]) {
  const named = (...names: string[]) => options.filter(({ name }) => names.includes(name));
  const machines = named("machine", "M");
  draft.snapshot = named("snapshot").map((option) => option.takeAll()).length > 0;
  for (const option of machines) readers.machine?.(draft, option);
  const devices = named("device");
  for (const option of options) {
    if (!machines.includes(option) && !devices.includes(option)) readers[option.name]?.(draft, option);
  }
  for (const option of machines) readMachineFlash(draft, option);
  finishFirmware(draft, options);
  for (const option of machines) takeSystemManagement(draft, option);
  for (const option of devices) readDevice(draft, option);
  finishOldNetworks(draft);
  noteDefaultCard(draft, options);
  finishMemory(draft, options);
  setBootOrder(draft, options);
}

/** The machine's memory by an object, and what -mem-prealloc does for huge pages alone. */
function finishMemory(draft: ImportDraft, options: readonly QemuOption[]) {
  for (const option of options.filter(({ name }) => name === "machine" || name === "M" || name === "numa")) {
    const backend = draft.backend("object", option.look("memory-backend", "memdev"));
    if (backend === null) continue;
    option.take("memory-backend");
    readMemoryBackend(draft, backend);
  }
  if (!draft.hugepages) return;
  for (const option of options) if (option.name === "mem-prealloc") option.takeAll();
}
