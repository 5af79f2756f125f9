import type { YamlValue } from "../../../yaml/write-yaml.schema";
import type { ExportedVm } from "../exported-vm";

/** KubeVirt's names of Hyper-V's features, by libvirt's. */
const names: ReadonlyMap<string, string> = new Map([
  ...["relaxed", "vapic", "spinlocks", "vpindex", "runtime", "synic", "reset", "frequencies"].map(
    (name) => [name, name] as const,
  ),
  ["reenlightenment", "reenlightenment"],
  ["stimer", "synictimer"],
  ["tlbflush", "tlbflush"],
  ["ipi", "ipi"],
  ["evmcs", "evmcs"],
]);

/** ACPI, Hyper-V, and what hides KVM. */
export function featuresOf(vm: ExportedVm, notes: string[]): YamlValue {
  const { features, vendorId } = vm.hyperv;
  const known = features.flatMap((name) => names.get(name) ?? []);
  for (const name of features) if (!names.has(name)) notes.push(`KubeVirt has no Hyper-V feature ${name}.`);
  const hyperv: Record<string, YamlValue> = Object.fromEntries(known.map((name) => [name, stateOf(name)]));
  if (vendorId !== null) hyperv.vendorid = { enabled: true, vendorid: vendorId };
  const pc = vm.machine !== "virt";
  return {
    acpi: { enabled: true },
    ...(pc ? { apic: { enabled: true } } : {}),
    ...(vm.firmware.secureBoot ? { smm: { enabled: true } } : {}),
    ...(Object.keys(hyperv).length === 0 ? {} : { hyperv }),
    ...(vm.hideKvm ? { kvm: { hidden: true } } : {}),
  };
}

function stateOf(name: string): YamlValue {
  if (name === "spinlocks") return { enabled: true, spinlocks: 8191 };
  return name === "synictimer" ? { enabled: true, direct: { enabled: true } } : { enabled: true };
}
