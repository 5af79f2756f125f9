import type { YamlValue } from "../../../yaml/write-yaml.schema";
import type { ExportedNetwork, ExportedVm } from "../exported-vm";
import { labelOf } from "./names";

const models = new Set(["virtio", "e1000", "e1000e", "rtl8139"]);

/** What is behind NAT goes to the pod's network, which there is one of; bridges are networks of Multus's. */
export function networksOf(
  { networks }: ExportedVm,
  notes: string[],
): { interfaces: YamlValue[]; networks: YamlValue[] } {
  const made: { interfaces: YamlValue[]; networks: YamlValue[] } = { interfaces: [], networks: [] };
  let hasPod = false;
  for (const [index, network] of networks.entries()) {
    const name = `nic-${index}`;
    const isPod: boolean = (network.kind === "network" || network.kind === "user") && !hasPod;
    hasPod ||= isPod;
    const multus = labelOf(network.source === "" ? network.kind : network.source);
    if (!isPod)
      notes.push(
        `${name} is on ${`${network.kind} ${network.source}`.trim()}. Make a NetworkAttachmentDefinition called ${multus} for it.`,
      );
    made.interfaces.push(interfaceOf(name, network, isPod, notes));
    made.networks.push({ name, ...(isPod ? { pod: {} } : { multus: { networkName: multus } }) });
  }
  return made;
}

function interfaceOf(name: string, network: ExportedNetwork, isPod: boolean, notes: string[]): YamlValue {
  const { mac, model, vlan, bootOrder } = network;
  if (!models.has(model)) notes.push(`${name} is virtio: KubeVirt has no ${model}.`);
  if (vlan !== null) notes.push(`${name}: the VLAN ${vlan} belongs into its NetworkAttachmentDefinition.`);
  return {
    name,
    model: models.has(model) ? model : "virtio",
    ...(isPod ? { masquerade: {} } : { bridge: {} }),
    ...(mac === null ? {} : { macAddress: mac }),
    ...(bootOrder === null ? {} : { bootOrder }),
  };
}
