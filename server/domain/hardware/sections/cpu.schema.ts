import { choice, number, onOff, text, type Values } from "../field.schema";
import type { Section } from "../section.schema";

const level = [1, 1024] as const;
const mostVcpus = 8192;
const policies = ["require", "disable", "optional", "force", "forbid"] as const;

const runners = [
  ["kvm", "KVM: the host's own processor"],
  ["qemu", "QEMU's emulation: slow, on any host"],
] as const;

const feature = (name: string, label: string, note: string) =>
  choice(`feature-${name}`, label, `cpu/feature[name=${name}]@policy`, policies, { note, differs: true });

export const cpu: Section = {
  id: "cpu",
  title: "CPU",
  note: "How many, of which kind, and how they are arranged.",
  fields: [
    choice("runBy", "Run by", "@type", [...runners], {
      required: true,
      note: "Where the host's KVM fails, a VM can still be emulated. Devices of the host need KVM.",
    }),
    number("vcpus", "vCPUs", "vcpu", [1, mostVcpus], {
      required: true,
      note: "At most so many. Topology, NUMA cells and pins are made to fit.",
    }),
    number("current", "Of these from the start", "vcpu@current", [1, mostVcpus], {
      live: true,
      note: "The rest can be plugged while it runs. Left out: all.",
    }),
    choice("mode", "Model", "cpu@mode", [
      ["host-passthrough", "The host's as it is"],
      ["host-model", "The nearest to the host's that libvirt knows"],
      ["maximum", "All that can be had"],
      ["custom", "One by name"],
    ]),
    text("model", "Name", "cpu/model", {
      when: { field: "mode", is: ["custom", null] },
      suggest: "cpu-models",
      pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
      problem: "A model's name is one word, as in Skylake-Client.",
    }),
    number("sockets", "Sockets", "cpu/topology@sockets", level),
    number("dies", "Dies in a socket", "cpu/topology@dies", level, { rare: true }),
    number("cores", "Cores", "cpu/topology@cores", level),
    number("threads", "Threads of a core", "cpu/topology@threads", [1, 16]),
    choice("migratable", "Only what can be moved to another host", "cpu@migratable", onOff, {
      when: { field: "mode", is: ["host-passthrough", "maximum"] },
      rare: true,
    }),
    choice(
      "cache",
      "Cache",
      "cpu/cache@mode",
      [
        ["passthrough", "as the host's"],
        ["emulate", "made up"],
        ["disable", "none"],
      ],
      { rare: true },
    ),
    feature("topoext", "topoext", "Threads on AMD's processors."),
    feature("invtsc", "invtsc", "A clock that never changes its pace; the VM can't be moved then."),
    feature("vmx", "vmx", "VMs in the VM, on Intel's."),
    feature("svm", "svm", "VMs in the VM, on AMD's."),
    number("iothreads", "I/O threads", "iothreads", [0, 64], {
      note: "Disks and SCSI controllers name theirs.",
    }),
  ],
  check: cpuProblem,
};

/** libvirt refuses a topology of more or fewer CPUs than there are, and the host's model without KVM. */
function cpuProblem(values: Values): string | null {
  const { vcpus, current, sockets, dies, cores, threads } = values;
  const count = Number(vcpus);
  if (values.runBy === "qemu" && /^host-/.test(values.mode ?? ""))
    return "QEMU's emulation can't give the guest the host's processor: choose the model “All that can be had”.";
  if (current != null && Number(current) > count) return `The VM has ${count} vCPUs, fewer than ${current}.`;
  if (sockets == null && cores == null && threads == null) return null;
  const product = [sockets, dies, cores, threads].reduce((all, each) => all * Number(each ?? 1), 1);
  if (product === count) return null;
  return `Sockets, dies, cores and threads make ${product} CPUs, and the VM has ${count} vCPUs. Make them the same.`;
}
