import type { ImportDraft, NetworkInput } from "./draft";
import type { ReadOption } from "./machine-options";
import { optionText } from "./option-list";
import { readProperties } from "./properties";

export const networkOptions: Readonly<Record<string, ReadOption>> = {
  netdev: (draft, value) => {
    const properties = readProperties(value);
    const id = properties.values.get("id");
    if (id === undefined) return;
    draft.networkBackends.set(id, { option: { name: "netdev", value }, properties, used: false });
  },
  nic: (draft, value, argument) => {
    const { kind, values } = readProperties(value);
    if (kind === "none") return;
    addNetwork(
      draft,
      kind ?? "user",
      values,
      { model: values.get("model"), mac: values.get("mac") },
      argument,
    );
  },
  net: (draft, value, argument) => {
    const { kind, values } = readProperties(value);
    if (kind === "none" || kind === "nic") return;
    addNetwork(draft, kind ?? "user", values, {}, argument);
  },
};

interface NetworkCard {
  model?: string | undefined;
  mac?: string | undefined;
}

/** A network card of QEMU's on its backend. */
export function addNetworkCard(draft: ImportDraft, id: string, card: NetworkCard, argument: string) {
  const backend = draft.networkBackends.get(id);
  if (backend === undefined) return draft.note(argument, `There is no -netdev ${id}.`);
  backend.used = true;
  const { kind, values } = backend.properties;
  addNetwork(draft, kind ?? values.get("type") ?? "user", values, card, optionText(backend.option));
}

function addNetwork(
  draft: ImportDraft,
  kind: string,
  values: ReadonlyMap<string, string>,
  { model, mac }: NetworkCard,
  argument: string,
) {
  const known = modelOf(model);
  draft.networks.push({
    source: sourceOf(draft, kind, values, argument),
    ...(known === null ? {} : { model: known }),
    ...(mac === undefined ? {} : { mac: mac.toLowerCase() }),
  });
}

function modelOf(model = "virtio"): NonNullable<NetworkInput["model"]> | null {
  if (model.startsWith("virtio")) return "virtio";
  return model === "e1000" || model === "e1000e" || model === "rtl8139" ? model : null;
}

/** What a script does with a TAP device is not in the command. */
function sourceOf(
  draft: ImportDraft,
  kind: string,
  values: ReadonlyMap<string, string>,
  argument: string,
): NetworkInput["source"] {
  if (kind === "bridge" || kind === "tap") {
    const bridge = values.get("br") ?? "br0";
    const script = values.get("script");
    if (script !== undefined && script !== "no") {
      draft.note(
        argument,
        `${script} chooses the bridge; libvirt uses no script, so ${bridge} is used instead.`,
      );
    } else if (!values.has("br")) draft.note(argument, `The bridge is not given; ${bridge} is used.`);
    return { kind: "bridge", bridge };
  }
  if (kind === "user") draft.note(argument, "QEMU's user network is replaced by libvirt's NAT network.");
  else draft.note(argument, `The network "${kind}" is replaced by libvirt's NAT network.`);
  return { kind: "network", network: "default" };
}
