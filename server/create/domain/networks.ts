import type { ElementPlan } from "../../xml/build-xml";
import type { NetworkSpecification } from "../specification/network.schema";
import { bootPlans } from "./boot-order";

/** `<interface>` of each network that the VM is on. */
export function networkPlans(networks: readonly NetworkSpecification[]): ElementPlan[] {
  return networks.map((network) => {
    const { type, source } = sourceOf(network.source);
    const children: ElementPlan[] = [];
    if (network.mac !== null) children.push({ name: "mac", attributes: { address: network.mac } });
    children.push(
      { name: "source", attributes: source },
      { name: "model", attributes: { type: network.model } },
    );
    if (network.filter !== null) children.push({ name: "filterref", attributes: { filter: network.filter } });
    children.push(...bootPlans(network.bootOrder));
    return { name: "interface", attributes: { type }, children };
  });
}

/** https://libvirt.org/formatdomain.html#network-interfaces: macvtap is called "direct". */
function sourceOf(source: NetworkSpecification["source"]): { type: string; source: Record<string, string> } {
  switch (source.kind) {
    case "network":
      return { type: "network", source: { network: source.network } };
    case "bridge":
      return { type: "bridge", source: { bridge: source.bridge } };
    case "macvtap":
      return { type: "direct", source: { dev: source.device, mode: source.mode } };
  }
}
