import { hostDeviceWords } from "../../../domain/host-devices/host-device.schema";
import type { ExportedCard, ExportedNetwork, ExportedVm } from "../exported-vm";
import { type ConfWriter, fits } from "./conf-writer";
import type { BootKey } from "./disks";
import { writePlainDevices } from "./plain-devices";

/** Network cards, the host's devices, the boot order, and the small devices. */
export function writeDevices(conf: ConfWriter, vm: ExportedVm, disks: readonly BootKey[]) {
  const networks = vm.networks.flatMap((network) => writeNetwork(conf, network) ?? []);
  const cards = vm.cards.flatMap((card) => writeCard(conf, vm, card) ?? []);
  for (const device of vm.otherDevices) {
    const value = usbValue(device.source);
    const key = value === null ? null : conf.nextKey("usb");
    if (value === null || key === null)
      conf.note(`${hostDeviceWords(device.source)} is left out: Proxmox can't name it so.`);
    else conf.add(key, value);
  }
  writeBoot(conf, vm, [...disks, ...networks, ...cards]);
  writePlainDevices(conf, vm);
}

const models = new Set(["virtio", "e1000", "e1000e", "rtl8139", "vmxnet3"]);

function writeNetwork(
  conf: ConfWriter,
  { mac, model, kind, source, vlan, bootOrder }: ExportedNetwork,
): BootKey | null {
  const key = conf.nextKey("net");
  if (key === null) {
    conf.note(`The NIC ${mac ?? ""} is left out: Proxmox has no further one.`);
    return null;
  }
  const known = models.has(model) ? model : "virtio";
  if (known !== model) conf.note(`${key} is ${known}: Proxmox has no ${model}.`);
  const bridge = bridgeOf(conf, key, kind, source);
  conf.add(
    key,
    [
      mac === null ? `model=${known}` : `${known}=${mac.toUpperCase()}`,
      ...(bridge === null ? [] : [`bridge=${bridge}`]),
      ...(vlan === null ? [] : [`tag=${vlan}`]),
    ].join(","),
  );
  return { key, kind: "network", order: bootOrder };
}

/** Without a bridge a NIC is behind QEMU's own NAT in Proxmox. */
function bridgeOf(conf: ConfWriter, key: string, kind: string, source: string): string | null {
  if (kind === "bridge" && fits(source)) {
    conf.note(
      `${key} is on the bridge ${source}, as on this host. Give it a bridge of the Proxmox host (vmbr0).`,
    );
    return source;
  }
  if (kind === "user" || (kind === "network" && source === "default")) {
    conf.note(`${key} is behind NAT, as it is here. Add bridge=vmbr0 for the LAN.`);
    return null;
  }
  conf.note(`${key} is on vmbr0 in place of ${`${kind} ${source}`.trim()}.`);
  return "vmbr0";
}

function writeCard(conf: ConfWriter, { machine }: ExportedVm, card: ExportedCard): BootKey | null {
  const key = conf.nextKey("hostpci");
  if (key === null) {
    conf.note(`${card.addresses.join(", ")} is left out: Proxmox takes 16 cards.`);
    return null;
  }
  const properties = [card.addresses.join(";")];
  if (machine !== "i440fx") properties.push("pcie=1");
  if (card.primaryDisplay) properties.push("x-vga=1");
  if (card.rom?.kind === "off") properties.push("rombar=0");
  if (card.rom?.kind === "file") {
    const name = card.rom.path.split("/").at(-1) ?? "";
    if (fits(name)) properties.push(`romfile=${name}`);
    conf.note(
      `Copy ${card.rom.path} to /usr/share/kvm/ on the Proxmox host, where ${key}'s VBIOS is looked for.`,
    );
  }
  conf.add(key, properties.join(","));
  conf.note(
    `${key} is at ${card.addresses.join(", ")} on this host. Give it the address that the card has there.`,
  );
  return { key, kind: "card", order: card.bootOrder };
}

function usbValue(source: ExportedVm["otherDevices"][number]["source"]): string | null {
  if (source.bus !== "usb") return null;
  if (source.port !== undefined) return `host=${source.port}`;
  return source.ids === null ? null : `host=${source.ids.vendorId}:${source.ids.productId}`;
}

/** By the devices' own places, else by their kinds; libvirt boots from the first disk where nothing is said. */
function writeBoot(conf: ConfWriter, { bootKinds }: ExportedVm, keys: readonly BootKey[]) {
  const placed = keys.filter(({ order }) => order !== null);
  const ordered =
    placed.length > 0
      ? placed.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))
      : (bootKinds.length > 0 ? bootKinds : ["hd"]).flatMap((kind) =>
          keys.filter((key) => key.kind === kind),
        );
  if (ordered.length > 0) conf.add("boot", `order=${ordered.map(({ key }) => key).join(";")}`);
}
