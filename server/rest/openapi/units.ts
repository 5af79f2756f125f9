/** What a field's name says of its unit, where it has one; names are made so everywhere. */
const units: readonly (readonly [RegExp, string])[] = [
  [/(^b|B)ytes$/, "In bytes."],
  [/(^a|A)t$/, "When; Unix time in milliseconds."],
  [/(^m|M)s$/, "In milliseconds."],
  [/(^s|S)econds$/, "In seconds."],
  [/^lastSeen$/, "Unix time in milliseconds."],
];

/** What the fields of several schemas mean, by their names. */
const fields: Readonly<Record<string, string>> = {
  hostId: "A host's id, as in the addresses of its pages.",
  vmId: "libvirt's UUID of the VM.",
  uuid: "libvirt's UUID of the network.",
  jobId: "The job's id.",
  pool: "The storage pool's name.",
  volume: "The volume's name in its pool.",
  fingerprint:
    "Stands for the plan as it was shown: it is carried out only where the facts would still give the same plan.",
  limit: "How many are answered at most.",
  cursor: "What the page before this one gave as `next`.",
  next: "Ask for the next page with it as `cursor`; null on the last one.",
  autostart: "Whether it is started with its host.",
  deleteDisks: "Which of its disks are deleted with it, by their targets, such as vda.",
  passthrough: "PCI addresses of the host's devices that the VM is handed.",
  refusal: "Why the plan can't be carried out; null where it can.",
  warnings: "What has to be known before, the gravest first.",
  problem: "What went wrong, for people; null where nothing did.",
  told: "What has to be known besides; null for nothing.",
  subjects: "What the job is about: VMs by UUID, devices by PCI address.",
  persistent: "Whether libvirt keeps it when it is off.",
  hasSavedState: "A saved memory image is there, which the next start resumes.",
  addresses: "IP addresses, by DHCP leases or the guest agent.",
  vcpus: "How many vCPUs it can have.",
  unreadable: "Why nothing more is known of it; null where it can be read.",
};

/** What a field means, of its name; null where the name says it all. */
export function fieldWords(name: string): string | null {
  return fields[name] ?? units.find(([form]) => form.test(name))?.[1] ?? null;
}
