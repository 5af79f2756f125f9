import { choice, number, onOff, text, type Values } from "../../fields/field.schema";
import type { Section } from "../section.schema";

const level = [1, 1024] as const;
const mostVcpus = 8192;
const policies = ["require", "disable", "optional", "force", "forbid"] as const;

const runners = [
  ["kvm", "KVM"],
  ["qemu", "QEMU emulation (TCG): slow, needs no KVM"],
] as const;

const feature = (name: string, label: string, note: string) =>
  choice(`feature-${name}`, label, `cpu/feature[name=${name}]@policy`, policies, { note, differs: true });

export const cpu: Section = {
  id: "cpu",
  title: "CPU",
  note: "Number, model and topology of the virtual CPUs.",
  icon: "cpu",
  fields: [
    choice("runBy", "Hypervisor", "@type", [...runners], {
      required: true,
      note: "Host devices need KVM. Emulation works where KVM does not.",
    }),
    number("vcpus", "vCPUs (maximum)", "vcpu", [1, mostVcpus], {
      required: true,
      note: "Topology, NUMA cells and pinning are adjusted to it.",
    }),
    number("current", "vCPUs at boot", "vcpu@current", [1, mostVcpus], {
      live: true,
      note: "The rest can be plugged while the VM runs. Empty: all.",
    }),
    choice("mode", "CPU model", "cpu@mode", [
      ["host-passthrough", "Host passthrough"],
      ["host-model", "Host model: the closest that libvirt knows"],
      ["maximum", "Maximum: every feature that the hypervisor supports"],
      ["custom", "Named model"],
    ]),
    text("model", "Model name", "cpu/model", {
      when: { field: "mode", is: ["custom", null] },
      suggest: "cpu-models",
      pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
      problem: "A model's name is one word, as in Skylake-Client.",
    }),
    number("sockets", "Sockets", "cpu/topology@sockets", level),
    number("dies", "Dies per socket", "cpu/topology@dies", level, { rare: true }),
    number("cores", "Cores per socket", "cpu/topology@cores", level),
    number("threads", "Threads per core", "cpu/topology@threads", [1, 16]),
    choice("migratable", "Migratable features only", "cpu@migratable", onOff, {
      when: { field: "mode", is: ["host-passthrough", "maximum"] },
      rare: true,
    }),
    choice(
      "cache",
      "CPU cache",
      "cpu/cache@mode",
      [
        ["passthrough", "passthrough"],
        ["emulate", "emulated"],
        ["disable", "none"],
      ],
      {
        goesWith: { passthrough: { field: "mode", is: ["host-passthrough", "maximum"] } },
        owns: ["cpu/cache@level"],
        rare: true,
      },
    ),
    feature("topoext", "topoext", "SMT on AMD CPUs."),
    feature("invtsc", "invtsc", "Invariant TSC; the VM can't be migrated with it."),
    feature("vmx", "vmx", "Nested virtualization on Intel CPUs."),
    feature("svm", "svm", "Nested virtualization on AMD CPUs."),
    number("iothreads", "I/O threads", "iothreads", [0, 64], {
      note: "Disks and SCSI controllers are assigned to them by number.",
    }),
  ],
  check: cpuProblem,
};

/** libvirt refuses a topology of more or fewer CPUs than there are, and the host's model without KVM. */
function cpuProblem(values: Values): string | null {
  const { vcpus, current, sockets, dies, cores, threads } = values;
  const count = Number(vcpus ?? 1);
  if (values.runBy === "qemu" && /^host-/.test(values.mode ?? ""))
    return "QEMU emulation has no host CPU models: choose the CPU model “Maximum”.";
  if (values.mode === "custom" && values.model == null) return "Model name: a named model needs one.";
  if (current != null && Number(current) > count)
    return `vCPUs at boot: the VM has ${count} vCPUs, fewer than ${current}.`;
  if (sockets == null && cores == null && threads == null) return null;
  const product = [sockets, dies, cores, threads].reduce((all, each) => all * Number(each ?? 1), 1);
  if (product === count) return null;
  return `Sockets, dies, cores and threads make ${product} CPUs, and the VM has ${count} vCPUs. Make them the same.`;
}
