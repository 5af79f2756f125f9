import { buildXml, type ElementPlan } from "../xml/build-xml";
import type { CreateNetworkRequest } from "./network-request.schema";

type OwnNetwork = Extract<CreateNetworkRequest, { mode: "nat" | "route" | "isolated" }>;
type Addressing = NonNullable<OwnNetwork["ipv4"]>;

/**
 * The XML of a new network, for libvirt (https://libvirt.org/formatnetwork.html).
 * @param uuid null leaves it to libvirt.
 */
export function buildNetwork(request: CreateNetworkRequest, uuid: string | null = null): string {
  const name: ElementPlan = { name: "name", text: request.name };
  const identity = uuid === null ? [name] : [name, { name: "uuid", text: uuid }];
  return buildXml({ name: "network", children: [...identity, ...contentOf(request)] });
}

function contentOf(request: CreateNetworkRequest): ElementPlan[] {
  if (request.mode === "bridge") {
    return [
      { name: "forward", attributes: { mode: "bridge" } },
      { name: "bridge", attributes: { name: request.bridge } },
    ];
  }
  if (request.mode === "macvtap") {
    const card: ElementPlan = { name: "interface", attributes: { dev: request.device } };
    return [{ name: "forward", attributes: { mode: "bridge" }, children: [card] }];
  }
  return [
    ...forwardOf(request),
    { name: "bridge", attributes: { stp: "on", delay: "0" } },
    ...(request.domain === null
      ? []
      : [{ name: "domain", attributes: { name: request.domain, localOnly: "yes" } }]),
    ...(request.dns ? [] : [{ name: "dns", attributes: { enable: "no" } }]),
    ...(request.ipv4 === null ? [] : [addressingOf("ipv4", request.ipv4)]),
    ...(request.ipv6 === null ? [] : [addressingOf("ipv6", request.ipv6)]),
  ];
}

function forwardOf(request: OwnNetwork): ElementPlan[] {
  if (request.mode === "isolated") return [];
  const device: Record<string, string> = request.device === null ? {} : { dev: request.device };
  // Since libvirt 6.5; older ones pass the attribute over and route.
  const nat: ElementPlan = { name: "nat", attributes: { ipv6: "yes" } };
  const children = request.mode === "nat" && request.ipv6 !== null && request.natIpv6 ? [nat] : [];
  return [{ name: "forward", attributes: { mode: request.mode, ...device }, children }];
}

function addressingOf(family: string, { address, prefix, dhcp }: Addressing): ElementPlan {
  const range: ElementPlan[] = dhcp === null ? [] : [{ name: "range", attributes: { ...dhcp } }];
  return {
    name: "ip",
    attributes: { family, address, prefix: String(prefix) },
    children: dhcp === null ? [] : [{ name: "dhcp", children: range }],
  };
}
