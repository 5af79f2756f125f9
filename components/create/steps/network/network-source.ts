import type { Choice } from "@/components/ui/form/select-field";
import type { CreateChoices } from "@/server/create/choices.schema";
import type { NetworkSpecification } from "@/server/create/specification/network.schema";

type NetworkSource = NetworkSpecification["source"];

/** All that a VM's network card can be on, with the kinds as headings. */
export function networkChoices({
  networks,
  interfaces,
}: Pick<CreateChoices, "networks" | "interfaces">): Choice<string>[] {
  const devices = interfaces ?? [];
  return [
    ...networks.map(({ name, active }) => ({
      value: `network ${name}`,
      label: active ? name : `${name} (stopped)`,
      group: "libvirt networks",
    })),
    ...devices
      .filter(({ bridge }) => bridge)
      .map(({ name }) => ({
        value: `bridge ${name}`,
        label: name,
        group: "Host bridges (VM is on the LAN)",
      })),
    ...devices
      .filter(({ bridge }) => !bridge)
      .map(({ name }) => ({
        value: `macvtap ${name}`,
        label: name,
        group: "macvtap (VM is on the LAN, host can't reach it)",
      })),
  ];
}

export function networkKey(source: NetworkSource): string {
  if (source.kind === "network") return `network ${source.network}`;
  return source.kind === "bridge" ? `bridge ${source.bridge}` : `macvtap ${source.device}`;
}

/** The source that a key of `networkChoices` stands for. */
export function networkSourceOf(key: string): NetworkSource {
  const at = key.indexOf(" ");
  const [kind, name] = [key.slice(0, at), key.slice(at + 1)];
  if (kind === "bridge") return { kind, bridge: name };
  return kind === "macvtap" ? { kind, device: name, mode: "bridge" } : { kind: "network", network: name };
}
