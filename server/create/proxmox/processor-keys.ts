import { cpuSetSchema } from "../../units/cpu-set.schema";
import { entryOf } from "../qemu-command/entry-of";
import { type ConfLine, isSet, isUnset } from "./conf-line";
import { type ProxmoxDraft, type ReadLine, told, toldUnless } from "./proxmox-draft";

const mebibyte = 2 ** 20;

/** CPU and memory. */
export const processorKeys: Readonly<Record<string, ReadLine>> = {
  cpu: readCpu,
  cores: (draft, line) => readCount(draft, line, (count) => Object.assign(draft.cpu, { cores: count })),
  sockets: (draft, line) => readCount(draft, line, (count) => Object.assign(draft.cpu, { sockets: count })),
  smp: (draft, line) => readCount(draft, line, (count) => Object.assign(draft.cpu, { sockets: count })),
  vcpus: (draft, line) =>
    readCount(draft, line, (count) => {
      if (count < vcpusOf(draft))
        draft.note(line, `The VM has all of its ${vcpusOf(draft)} vCPUs from the start, not ${count}.`);
    }),
  cpulimit: toldUnless(/^0$/, "The limit of CPU time is not imported. Add it as XML (cputune)."),
  cpuunits: told("The weight of CPU time is not imported. Add it as XML (cputune)."),
  affinity: readAffinity,
  memory: (draft, line) => {
    const amount = line.kind ?? line.take("current");
    line.take("current");
    const mebibytes = wholeNumber(amount);
    if (mebibytes === null) draft.note(line, "This is not an amount of memory in MiB.");
    else draft.memory.bytes = mebibytes * mebibyte;
  },
  balloon: (draft, line) => {
    const mebibytes = wholeNumber(line.takeAll());
    draft.memory.balloon = mebibytes !== 0;
    if (mebibytes !== 0 && mebibytes !== (draft.memory.bytes ?? 0) / mebibyte)
      draft.note(
        line,
        "The VM has all of its memory; the least that a host in need may leave it is not kept.",
      );
  },
  shares: toldUnless(/^0$/, "Passdeck does not balance memory between VMs."),
  hugepages: (draft, line) => {
    const size = line.takeAll();
    draft.hugepages = true;
    if (size === "2" || size === "1024") draft.hugepageBytes = Number(size) * mebibyte;
  },
  keephugepages: toldUnless(/^0$/, "Huge pages are the host's: they stay reserved."),
  numa: (draft, line) => {
    const value = line.takeAll();
    if (line.name !== "numa") draft.note(line, "The guest has no NUMA nodes of its own. Add them as XML.");
    else if (isSet(value)) draft.note(line, "The guest has one NUMA node.");
  },
};

function vcpusOf({ cpu }: ProxmoxDraft): number {
  return (cpu.sockets ?? 1) * (cpu.cores ?? 1);
}

function wholeNumber(text: string | null | undefined): number | null {
  return text != null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function readCount(draft: ProxmoxDraft, line: ConfLine, take: (count: number) => void) {
  const count = wholeNumber(line.takeAll());
  if (count === null || count === 0) draft.note(line, "This is not a number of CPUs.");
  else take(count);
}

/** Proxmox's own models, by the oldest CPU of QEMU's that has all that they ask for (cpu-models.conf(5)). */
const levels: Readonly<Record<string, string>> = {
  "x86-64-v2": "Nehalem",
  "x86-64-v2-AES": "Westmere",
  "x86-64-v3": "Haswell-noTSX",
  "x86-64-v4": "Skylake-Server-noTSX-IBRS",
};

function readCpu(draft: ProxmoxDraft, line: ConfLine) {
  const name = line.kind ?? line.take("cputype") ?? "kvm64";
  line.take("cputype");
  const level = entryOf(levels, name);
  if (name === "host") draft.cpu.model = { kind: "host-passthrough" };
  else if (name === "max") draft.cpu.model = { kind: "maximum" };
  else if (name.startsWith("custom-")) {
    draft.cpu.model = { kind: "host-model" };
    draft.note(line, `The model ${name} is Proxmox's own; the nearest to the host's CPU is used instead.`);
  } else draft.cpu.model = { kind: "named", name: level ?? name };
  if (level !== undefined) draft.note(line, `The model ${name} is Proxmox's own; ${level} is used instead.`);
  const hidden = line.takeIf("hidden", (value) => isSet(value) || isUnset(value));
  if (isSet(hidden)) draft.features.hideKvm = true;
  const vendor = line.take("hv-vendor-id");
  if (vendor !== undefined) draft.features.hypervisorName = vendor;
}

/** Proxmox has the whole of QEMU run there. */
function readAffinity(draft: ProxmoxDraft, line: ConfLine) {
  const cpus = line.takeAll();
  if (!cpuSetSchema.safeParse(cpus).success) return draft.note(line, "This is not a list of CPUs.");
  draft.cpu.emulatorCpus = cpus;
  draft.cpu.pins = Array.from({ length: Math.min(vcpusOf(draft), 255) }, (_, vcpu) => ({ vcpu, cpus }));
}
