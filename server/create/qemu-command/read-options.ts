import { noteBoot, setBootOrder } from "./boot-order";
import { readDevice } from "./devices";
import type { ImportDraft } from "./draft";
import { driveOptions } from "./drives";
import { entryOf } from "./entry-of";
import { finishFirmware, firmwareOptions, readMachineFlash, takeSystemManagement } from "./firmware";
import { machineOptions, type ReadOption, readMemoryBackend } from "./machine";
import { finishOldNetworks, networkOptions } from "./networks";
import { objectOptions } from "./objects";
import type { QemuOption } from "./option";
import { plainOptions } from "./plain-devices";
import { processorOptions } from "./processor";
import { screenOptions } from "./screen-options";
import { sharedOptions } from "./shared-devices";
import { usbOptions } from "./usb";

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

/**
 * Reads the options of a command into the draft; those whose meaning hangs on another come behind it, wherever they
 * stand.
 */
export function readOptions(draft: ImportDraft, options: readonly QemuOption[]) {
  const named = (...names: string[]) => options.filter(({ name }) => names.includes(name));
  const machines = named("machine", "M");
  draft.snapshot = named("snapshot").map((option) => option.takeAll()).length > 0;
  for (const option of machines) readers.machine?.(draft, option);
  const devices = named("device");
  for (const option of options) {
    if (!machines.includes(option) && !devices.includes(option))
      entryOf(readers, option.name)?.(draft, option);
  }
  for (const option of machines) readMachineFlash(draft, option);
  finishFirmware(draft, options);
  for (const option of machines) takeSystemManagement(draft, option);
  for (const option of devices) readDevice(draft, option);
  finishOldNetworks(draft);
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
