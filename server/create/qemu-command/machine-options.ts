import { vmNameSchema } from "../../domain/scalars.schema";
import { hypervFeatures } from "../specification/features.schema";
import type { ImportDraft } from "./draft";
import { isOn, readProperties } from "./properties";

/** Reads an option's value into the draft; `argument` is the whole option, for notes. */
export type ReadOption = (draft: ImportDraft, value: string, argument: string) => void;

const placeholder = "is a placeholder. Fill it in.";

/** Machine, CPU, memory and clock. */
export const machineOptions: Readonly<Record<string, ReadOption>> = {
  name: readName,
  machine: readMachine,
  M: readMachine,
  accel: (draft, value) => readAccelerator(draft, readProperties(value).kind ?? ""),
  "enable-kvm": (draft) => readAccelerator(draft, "kvm"),
  cpu: readCpu,
  smp: readTopology,
  m: readMemory,
  "mem-path": (draft) => {
    draft.hugepages = true;
  },
  "mem-prealloc": () => undefined,
  bios: readBios,
  rtc: (draft, value) => {
    if (readProperties(value).values.get("base") === "localtime") draft.clock.offset = "localtime";
  },
  localtime: (draft) => {
    draft.clock.offset = "localtime";
  },
  global: readGlobal,
};

function readName(draft: ImportDraft, value: string, argument: string) {
  const { kind, values } = readProperties(value);
  const name = vmNameSchema.safeParse(kind ?? values.get("guest") ?? "");
  if (name.success) draft.vm.name = name.data;
  else draft.note(argument, "This can't be a VM's name. Choose one.");
}

function readMachine(draft: ImportDraft, value: string, argument: string) {
  const { kind, values } = readProperties(value);
  const machine = kind ?? values.get("type") ?? "pc";
  if (/^(pc-)?q35/.test(machine)) draft.vm.machine = "q35";
  else if (/^(pc|ubuntu|rhel)/.test(machine)) draft.vm.machine = "i440fx";
  else if (/^virt/.test(machine)) draft.vm.machine = "virt";
  else draft.note(argument, `Passdeck does not support the machine type ${machine}; i440fx is used instead.`);
  if (/-\d/.test(machine))
    draft.note(argument, "The machine type's version is ignored; libvirt uses the newest.");
  if (isOn(values.get("kernel_irqchip"))) draft.features.kernelIrqchip = true;
  for (const accelerator of values.get("accel")?.split(":") ?? []) readAccelerator(draft, accelerator);
}

function readAccelerator(draft: ImportDraft, name: string) {
  if (name === "kvm") draft.vm.domainType = "kvm";
  else if (name === "tcg" && draft.vm.domainType !== "kvm") draft.vm.domainType = "qemu";
}

function readCpu(draft: ImportDraft, value: string, argument: string) {
  const { kind, values } = readProperties(value);
  const model = kind ?? "host";
  if (model === "host") draft.cpu.model = { kind: "host-passthrough" };
  else if (model === "max") draft.cpu.model = { kind: "maximum" };
  else draft.cpu.model = { kind: "named", name: model };
  for (const [name, setting] of values) readCpuProperty(draft, name.replaceAll("_", "-"), setting, argument);
}

function readCpuProperty(draft: ImportDraft, name: string, setting: string, argument: string) {
  const feature = hypervFeatures.find((known) => name === `hv-${known}`);
  if (name === "hv-time") draft.clock.hypervClock = isOn(setting);
  else if (feature !== undefined && setting !== "off") {
    draft.features.hyperv = [...(draft.features.hyperv ?? []), feature];
  } else if (name === "hv-vendor-id") draft.features.hypervisorName = setting;
  else if (name === "kvm") draft.features.hideKvm = setting === "off";
  else if (name !== "migratable") draft.note(argument, `The CPU's property ${name} is left out.`);
}

function readTopology(draft: ImportDraft, value: string, argument: string) {
  const { kind, values } = readProperties(value);
  const count = wholeNumber(kind ?? values.get("cpus"));
  const [sockets, cores, threads] = ["sockets", "cores", "threads"].map((name) =>
    wholeNumber(values.get(name)),
  );
  if (count === null && sockets === null && cores === null) {
    draft.note(argument, `${value} ${placeholder}`);
    return;
  }
  const wanted = count ?? (sockets ?? 1) * (cores ?? 1) * (threads ?? 1);
  draft.cpu.threads = threads ?? 1;
  draft.cpu.sockets = sockets ?? 1;
  draft.cpu.cores = cores ?? Math.max(1, Math.floor(wanted / (draft.cpu.sockets * draft.cpu.threads)));
  const made = draft.cpu.sockets * draft.cpu.cores * draft.cpu.threads;
  if (made !== wanted) draft.note(argument, `The topology makes ${made} vCPUs, not ${wanted}.`);
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,4}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

const bytesOfUnit: Record<string, number> = {
  "": 2 ** 20,
  b: 1,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
};

/** MiB where no unit is named (qemu(1), -m). */
function readMemory(draft: ImportDraft, value: string, argument: string) {
  const { kind, values } = readProperties(value);
  const size = kind ?? values.get("size") ?? "";
  const [, amount, unit = ""] = /^(\d{1,9})([bkmgt]?)b?$/i.exec(size) ?? [];
  const each = bytesOfUnit[unit.toLowerCase()];
  if (amount === undefined || each === undefined) draft.note(argument, `${size} ${placeholder}`);
  else draft.memory.bytes = Number(amount) * each;
}

/** The file name of a UEFI image tells that it is one; where it lies is the distribution's business. */
function readBios(draft: ImportDraft, value: string, argument: string) {
  if (value.startsWith("/")) draft.vm.firmware = { kind: "rom-file", path: value };
  else if (/ovmf|edk2|uefi/i.test(value)) {
    draft.vm.firmware = { kind: "uefi" };
    draft.note(argument, `${value} is not an absolute path; the installed UEFI firmware is used instead.`);
  } else draft.note(argument, `${value} is not an absolute path; the default BIOS is used instead.`);
}

function readGlobal(draft: ImportDraft, value: string, argument: string) {
  const [, state, setting] = /^(?:PIIX4_PM|ICH9-LPC)\.disable_(s[34])=(\w+)$/.exec(value) ?? [];
  if (state === "s3") draft.features.suspendToMemory = setting === "0";
  else if (state === "s4") draft.features.suspendToDisk = setting === "0";
  else if (!/^kvm-pit\.lost_tick_policy=delay$/.test(value))
    draft.note(argument, "Passdeck does not support this property.");
}
