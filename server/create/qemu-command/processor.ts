import { hypervFeatures } from "../specification/features.schema";
import type { ImportDraft } from "./draft";
import type { ReadOption } from "./machine";
import type { QemuOption } from "./option";
import { isOff, isOn } from "./properties";
import { sizeFromText } from "./size";

/** CPU, memory and clock. */
export const processorOptions: Readonly<Record<string, ReadOption>> = {
  cpu: readCpu,
  smp: readTopology,
  m: readMemory,
  "mem-path": (draft, option) => {
    if (/huge/.test(option.value ?? "")) {
      option.takeAll();
      draft.hugepages = true;
    }
  },
  overcommit: (draft, option) => {
    option.takeIf("mem-lock", isOff);
    if (option.takeIf("mem-lock", isOn) !== undefined) draft.memory.locked = true;
  },
  realtime: (draft, option) => {
    if (option.takeIf("mlock", isOn) !== undefined) draft.memory.locked = true;
  },
  rtc: readClock,
  localtime: (draft, option) => {
    option.takeAll();
    draft.clock.offset = "localtime";
  },
};

function readCpu(draft: ImportDraft, option: QemuOption) {
  const model = option.kind ?? "host";
  if (model === "host") draft.cpu.model = { kind: "host-passthrough" };
  else if (model === "max") draft.cpu.model = { kind: "maximum" };
  else draft.cpu.model = { kind: "named", name: model };
  for (const name of new Set(option.names())) readCpuProperty(draft, option, name);
}

/** As many tries as the definition asks for. */
const spinlockTries = new Set(["0x1fff", "8191"]);

function readCpuProperty(draft: ImportDraft, option: QemuOption, name: string) {
  const plain = name.replace(/^\+/, "");
  const feature = hypervFeatures.find((known) => plain === `hv-${known}`);
  const value = option.look(name);
  if (value === undefined) return;
  if (plain === "hv-time" || feature !== undefined) {
    // 0xffffffff tries are none.
    const on = !isOff(value);
    if (feature !== "spinlocks" || !on || spinlockTries.has(value)) option.take(name);
    if (on && feature !== undefined) draft.features.hyperv = [...(draft.features.hyperv ?? []), feature];
    if (plain === "hv-time") draft.clock.hypervClock = on;
  } else if (plain === "hv-vendor-id") draft.features.hypervisorName = option.take(name) ?? null;
  else if (name === "kvm") draft.features.hideKvm = isOff(option.take(name));
  else if (name === "migratable") option.takeIf(name, isOn);
}

type Level = "sockets" | "dies" | "clusters" | "cores" | "threads";

/**
 * As QEMU itself completes a topology (hw/core/machine-smp.c, machine types from 6.2 on): what is missing of cores,
 * sockets and threads, in this order, comes of the number of CPUs.
 */
function readTopology(draft: ImportDraft, option: QemuOption) {
  const count = wholeNumber(option.kind ?? option.take("cpus"));
  const given = (level: Level) => wholeNumber(option.take(level));
  const levels = { sockets: given("sockets"), cores: given("cores"), threads: given("threads") };
  if (count === null && levels.sockets === null && levels.cores === null) {
    return draft.note(option, `${option.value ?? ""} is a placeholder. Fill it in.`);
  }
  const most = wholeNumber(option.look("maxcpus"));
  if (most === count) option.take("maxcpus");
  // A die or cluster has no place in the specification; its cores count for the socket.
  const inner = (wholeNumber(option.look("dies")) ?? 1) * (wholeNumber(option.look("clusters")) ?? 1);
  if (inner === 1) for (const level of ["dies", "clusters"]) option.take(level);
  const { sockets, cores, threads } = completed(levels, inner, count);
  Object.assign(draft.cpu, { sockets, cores: cores * inner, threads });
  const made = sockets * cores * inner * threads;
  if (count !== null && made !== count) {
    draft.note(option, `The topology makes ${made} vCPUs, not ${count}.`);
  }
}

function completed(
  { sockets, cores, threads }: Record<"sockets" | "cores" | "threads", number | null>,
  inner: number,
  count: number | null,
) {
  const share = (...others: number[]) =>
    Math.max(1, Math.floor((count ?? 1) / others.reduce((product, other) => product * other, inner)));
  if (count === null) return { sockets: sockets ?? 1, cores: cores ?? 1, threads: threads ?? 1 };
  if (cores === null) {
    const [s, t] = [sockets ?? 1, threads ?? 1];
    return { sockets: s, cores: share(s, t), threads: t };
  }
  if (sockets === null) return { sockets: share(cores, threads ?? 1), cores, threads: threads ?? 1 };
  return { sockets, cores, threads: threads ?? share(sockets, cores) };
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,4}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

/** MiB where no unit is named (qemu(1), -m). */
function readMemory(draft: ImportDraft, option: QemuOption) {
  const size = option.kind ?? option.take("size") ?? "";
  const bytes = sizeFromText(size, "m");
  if (bytes === null) draft.note(option, `${size} is a placeholder. Fill it in.`);
  else draft.memory.bytes = bytes;
}

function readClock(draft: ImportDraft, option: QemuOption) {
  const base = option.takeIf("base", (value) => value === "localtime" || value === "utc");
  if (base === "localtime") draft.clock.offset = "localtime";
  option.takeIf("clock", (value) => value === "host");
  if (option.takeIf("driftfix", (value) => value === "slew") !== undefined)
    draft.note(option, "Missed ticks are made up for in every VM (driftfix=slew).");
}
