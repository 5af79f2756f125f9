import { writeYaml, type YamlValue } from "../../../yaml/write-yaml.schema";
import type { ExportedText, ExportedVm } from "../exported-vm";
import { writeDomain } from "./domain";
import type { KubevirtFacts } from "./facts";
import { hostDevicesOf, permittedPatch } from "./host-devices";
import { labelOf } from "./names";
import { networksOf } from "./networks";
import { volumesOf } from "./volumes";

/**
 * Writes a VM as manifests of KubeVirt's (kubevirt.io/v1): DataVolumes to upload its disks into, the VirtualMachine, and,
 * where it has devices of the host, a patch of the cluster's KubeVirt that permits them.
 */
export function writeKubevirt(
  vm: ExportedVm,
  leftOut: readonly string[],
  facts: KubevirtFacts,
): ExportedText {
  const notes: string[] = [];
  const name = labelOf(vm.name);
  if (name !== vm.name) notes.push(`Kubernetes takes no VM called “${vm.name}”; it is called ${name}.`);
  const volumes = volumesOf(vm, name, facts.diskBytes, notes);
  const networks = networksOf(vm, notes);
  const devices = hostDevicesOf(vm, facts.pciIds, notes);
  const domain = writeDomain(
    vm,
    { disks: volumes.disks, interfaces: networks.interfaces, hostDevices: devices.devices },
    notes,
  );
  const machine: YamlValue = {
    apiVersion: "kubevirt.io/v1",
    kind: "VirtualMachine",
    metadata: { name, ...(vm.title === null ? {} : { annotations: { description: vm.title } }) },
    spec: {
      runStrategy: "Halted",
      template: {
        metadata: { labels: { "kubevirt.io/domain": name } },
        spec: {
          ...(vm.arm ? { architecture: "arm64" } : {}),
          domain,
          ...(networks.networks.length === 0 ? {} : { networks: networks.networks }),
          volumes: volumes.volumes,
        },
      },
    },
  };
  const patch = permittedPatch(devices.permitted);
  if (patch !== null)
    notes.push(
      "The last document permits the devices: kubectl patch kubevirt kubevirt -n kubevirt --type merge --patch-file FILE. The nodes have to bind them to vfio-pci.",
    );
  const all = [...new Set([...notes, ...leftOut])];
  const documents = [...volumes.dataVolumes, machine, ...(patch === null ? [] : [patch])].map(writeYaml);
  const head = ["Exported by Passdeck.", ...all.map((note) => `- ${note}`)].map(
    (line) => `# ${oneLine(line)}\n`,
  );
  return { text: head.join("") + documents.join("---\n"), fileName: `${name}.yaml`, notes: all };
}

/** A comment ends with its line; what YAML takes for one, or refuses, is left out. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/gu, " ");
}
