import type { ImportDraft, NetworkInput } from "./draft";
import type { ReadOption } from "./machine";
import type { QemuOption } from "./option";
import { isOn } from "./properties";

export const networkOptions: Readonly<Record<string, ReadOption>> = {
  netdev: (draft, option) => draft.keep("netdev", option),
  nic: readNic,
  net: readNet,
};

/** A card and what it is connected to in one. */
function readNic(draft: ImportDraft, option: QemuOption) {
  const kind = option.kind ?? option.take("type") ?? "user";
  option.take("id");
  if (kind !== "none") addNetwork(draft, kind, option, option, option.take("model"));
}

/** The old way: cards and what they are connected to are pairs by their order. */
function readNet(draft: ImportDraft, option: QemuOption) {
  const kind = option.kind ?? option.take("type") ?? "user";
  for (const name of ["vlan", "id", "name", "netdev"]) option.take(name);
  if (kind === "none") return;
  if (kind === "nic") draft.oldCards.push(option);
  else draft.oldBackends.push({ kind, option });
}

/** Pairs of -net. A card that a device is for (-device …,vlan=0) is none of them. */
export function finishOldNetworks(draft: ImportDraft) {
  const cards = draft.oldCards.splice(0);
  for (const { kind, option } of draft.oldBackends.splice(0)) {
    const card = cards.shift();
    addNetwork(draft, kind, option, card ?? option, card?.take("model"));
  }
  for (const card of cards) draft.note(card, "It is connected to nothing.");
}

/** QEMU adds a card of its own where no option is about networks. */
export function noteDefaultCard(draft: ImportDraft, options: readonly QemuOption[]) {
  if (options.some(({ name }) => ["nodefaults", "nic", "net", "netdev"].includes(name))) return;
  draft.noteAtEnd(
    "-nic",
    "QEMU would add a network card by itself; this VM has none. Add one if it is needed.",
  );
}

/** A network card of QEMU's on its backend. */
export function addNetworkCard(draft: ImportDraft, device: QemuOption, model: string) {
  const id = device.take("netdev");
  const backend = draft.backend("netdev", id);
  const old = id === undefined ? draft.oldBackends.shift() : undefined;
  device.take("vlan");
  if (backend !== null) {
    addNetwork(draft, backend.kind ?? backend.take("type") ?? "user", backend, device, model);
  } else if (old !== undefined) addNetwork(draft, old.kind, old.option, device, model);
  else draft.note(device, id === undefined ? "It is connected to nothing." : `There is no -netdev ${id}.`);
}

function addNetwork(
  draft: ImportDraft,
  kind: string,
  backend: QemuOption,
  card: QemuOption,
  model: string | undefined,
) {
  const known = modelOf(model);
  if (model !== undefined && known === null) {
    draft.note(card, `Passdeck does not support the network card ${model}; virtio is used instead.`);
  }
  const mac = card.take("mac", "macaddr");
  backend.take("type");
  const network: NetworkInput = {
    source: sourceOf(draft, kind, backend),
    ...(known === null ? {} : { model: known }),
    ...(mac === undefined ? {} : { mac: mac.toLowerCase() }),
  };
  draft.bootPlace(card, network);
  draft.networks.push(network);
}

function modelOf(model: string | undefined): NonNullable<NetworkInput["model"]> | null {
  if (model === undefined || /^virtio(-net(-pci|-device)?)?$/.test(model)) return "virtio";
  return model === "e1000" || model === "e1000e" || model === "rtl8139" ? model : null;
}

/** What a script does with a TAP device is not in the command. */
function sourceOf(draft: ImportDraft, kind: string, backend: QemuOption): NetworkInput["source"] {
  if (kind === "bridge" || kind === "tap") return bridgeOf(draft, backend);
  if (kind === "user") draft.note(backend, "QEMU's user network is replaced by libvirt's NAT network.");
  else draft.note(backend, `The network "${kind}" is replaced by libvirt's NAT network.`);
  return { kind: "network", network: "default" };
}

function bridgeOf(draft: ImportDraft, backend: QemuOption): NetworkInput["source"] {
  const given = backend.take("br");
  const bridge = given ?? "br0";
  const script = backend.take("script");
  // libvirt makes the device, names it and gives it to vhost by itself.
  for (const name of ["ifname", "downscript", "fd", "fds", "vhostfd", "vhostfds", "helper"])
    backend.take(name);
  backend.takeIf("vhost", isOn);
  if (script !== undefined && script !== "no") {
    draft.note(
      backend,
      `${script} chooses the bridge; libvirt uses no script, so ${bridge} is used instead.`,
    );
  } else if (given === undefined) draft.note(backend, `The bridge is not given; ${bridge} is used.`);
  return { kind: "bridge", bridge };
}
