import { vmNameSchema } from "../../domain/scalars.schema";
import { AppError } from "../../errors";
import type { ImportDraft } from "./draft";
import { entryOf } from "./entry-of";
import type { QemuOption } from "./option";
import { isOff, isOn } from "./properties";

/** Reads an option into the draft: takes what it understands of it. */
export type ReadOption = (draft: ImportDraft, option: QemuOption) => void;

/** For what libvirt does for every VM, or does in a way of its own without a loss. */
export const needless: ReadOption = (_draft, option) => option.takeAll();

/** Machine, name, accelerator and what belongs to the chip set. */
export const machineOptions: Readonly<Record<string, ReadOption>> = {
  name: readName,
  machine: readMachine,
  M: readMachine,
  accel: (draft, option) => readAccelerator(draft, option, option.kind ?? option.take("accel")),
  "enable-kvm": (draft, option) => {
    option.takeAll();
    draft.vm.domainType = "kvm";
  },
  "no-kvm": (draft, option) => {
    option.takeAll();
    draft.vm.domainType = "qemu";
  },
  global: readGlobal,
};

const architectures: Readonly<Record<string, "x86_64" | "aarch64">> = {
  x86_64: "x86_64",
  i386: "x86_64",
  aarch64: "aarch64",
};

/**
 * The architecture that a program emulates (qemu-system-ARCH); null where the name does not say it.
 * @throws AppError "bad-input" for one that Passdeck makes no VMs of.
 */
export function architectureOfProgram(program: string): "x86_64" | "aarch64" | null {
  const [, name] = /qemu-system-([\w-]+)$/.exec(program) ?? [];
  if (name === undefined) return null;
  const architecture = entryOf(architectures, name.replace(/-(headless|microvm)$/, ""));
  if (architecture !== undefined) return architecture;
  throw new AppError("bad-input", {
    userMessage: `${program} runs ${name} guests; Passdeck creates VMs of x86_64 and aarch64. Define it as XML instead.`,
  });
}

function readName(draft: ImportDraft, option: QemuOption) {
  option.takeIf("debug-threads", isOn);
  const text = option.kind ?? option.take("guest") ?? "";
  const name = vmNameSchema.safeParse(text);
  if (name.success && !/[$`]/.test(text)) draft.vm.name = name.data;
  else draft.note(option, "This can't be a VM's name. Choose one.");
}

function readMachine(draft: ImportDraft, option: QemuOption) {
  const machine = option.kind ?? option.take("type");
  if (machine !== undefined) readMachineType(draft, option, machine);
  if (option.takeIf("kernel-irqchip", isOn) !== undefined) draft.features.kernelIrqchip = true;
  const vmport = option.takeIf("vmport", (value) => isOn(value) || isOff(value));
  if (vmport !== undefined) draft.features.vmport = isOn(vmport);
  for (const name of option.take("accel")?.split(":") ?? []) readAccelerator(draft, option, name);
  for (const name of ["usb", "dump-guest-core", "hpet", "graphics"]) option.takeIf(name, isOff);
}

function readMachineType(draft: ImportDraft, option: QemuOption, machine: string) {
  if (draft.vm.machine === "virt" || /^virt/.test(machine)) {
    draft.vm.machine = "virt";
    if (!/^virt/.test(machine)) draft.note(option, `The machine ${machine} is replaced by virt.`);
  } else if (/^(pc-)?q35/.test(machine)) draft.vm.machine = "q35";
  else if (/^(pc|ubuntu|rhel)/.test(machine)) draft.vm.machine = "i440fx";
  else draft.note(option, `Passdeck does not support the machine type ${machine}; i440fx is used instead.`);
  if (/-\d/.test(machine)) {
    draft.note(option, "The machine type's version is ignored; libvirt uses the newest.");
  }
}

function readAccelerator(draft: ImportDraft, option: QemuOption, name: string | undefined) {
  if (name === "kvm") draft.vm.domainType = "kvm";
  else if (name === "tcg") draft.vm.domainType = draft.vm.domainType === "kvm" ? "kvm" : "qemu";
  else draft.note(option, `Passdeck does not support the accelerator ${name ?? "without a name"}.`);
}

/** Memory by an object in place of QEMU's own: huge pages or shared. */
export function readMemoryBackend(draft: ImportDraft, backend: QemuOption) {
  backend.take("size");
  const huge = /huge/.test(backend.look("mem-path") ?? "") || isOn(backend.look("hugetlb"));
  if (!huge) return;
  for (const name of ["mem-path", "hugetlb", "hugetlbsize", "prealloc"]) backend.take(name);
  draft.hugepages = true;
}

const sleepState = /^(?:PIIX4_PM|ICH9-LPC)\.disable[_-](s[34])$/;

function readGlobal(draft: ImportDraft, option: QemuOption) {
  const [name, value] = globalOf(option);
  option.takeAll();
  const state = sleepState.exec(name)?.[1];
  const enabled = value === "0" || isOff(value);
  if (state === "s3") draft.features.suspendToMemory = enabled;
  else if (state === "s4") draft.features.suspendToDisk = enabled;
  else if (!isInEveryVm(name, value)) draft.note(option, "Passdeck does not support this property.");
}

/** What the definition has anyway. */
function isInEveryVm(name: string, value: string): boolean {
  return (
    (name === "kvm-pit.lost_tick_policy" && value === "delay") ||
    (name === "cfi.pflash01.secure" && isOn(value))
  );
}

/** "driver.property=value", or its long form. */
export function globalOf(option: QemuOption): [name: string, value: string] {
  const driver = option.look("driver");
  if (driver !== undefined) {
    return [`${driver}.${option.look("property") ?? ""}`, option.look("value") ?? ""];
  }
  const [name = "", value = ""] = (option.value ?? "").split("=", 2);
  return [name, value];
}
