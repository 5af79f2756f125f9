import { parsePciAddress, pciAddressText } from "../../units/pci-address.schema";
import { addFunction, romChoice } from "../qemu-command/cards";
import { type ConfLine, isSet, isUnset } from "./conf-line";
import type { ProxmoxDraft, ReadLine } from "./proxmox-draft";

/** Devices of the host. Addresses are those of the Proxmox host, and may be other devices here. */
export const hostDeviceKeys: Readonly<Record<string, ReadLine>> = { hostpci: readCard, usb: readUsb };

function readCard(draft: ProxmoxDraft, line: ConfLine) {
  const given = line.take("host") ?? line.kind ?? "";
  line.take("host");
  if (line.take("mdev") !== undefined) {
    line.takeAll();
    return draft.note(line, "It is a mediated device (vGPU). Add one of this host under Hardware.");
  }
  if (given === "") {
    line.takeAll();
    return draft.note(
      line,
      "It is mapped in Proxmox's datacenter. Choose this host's device under GPUs and USB.",
    );
  }
  const addresses = given.split(";").flatMap((one) => functionsOf(draft, line, one.trim()));
  const [first] = addresses;
  if (first === undefined) {
    line.takeAll();
    return draft.note(line, `${given} is not a PCI address. Choose the device under GPUs and USB.`);
  }
  const rom = romChoice(draft, line);
  const primary = isSet(line.takeIf("x-vga", (value) => isSet(value) || isUnset(value)));
  if (draft.vm.machine !== "i440fx") line.takeIf("pcie", isSet);
  line.takeIf("pcie", isUnset);
  const options = { ...rom, ...(primary ? { primaryDisplay: true } : {}) };
  const [card] = addresses.map((address) => addFunction(draft, address, options));
  if (card !== undefined) draft.bootable.set(line.name, card.options);
  if (primary) setPrimary(draft);
  draft.note(
    line,
    "This is the card's address on the Proxmox host. Check under GPUs and USB that it is the same one here.",
  );
}

/** What Proxmox does for a GPU that is the VM's screen (PVE::QemuServer::PCI). */
function setPrimary(draft: ProxmoxDraft) {
  draft.features.hideKvm = true;
  if (draft.windows) draft.features.hypervisorName ??= "proxmox";
  if (draft.vm.video === undefined) Object.assign(draft.vm, { video: "none", graphics: { kind: "none" } });
}

/** "01:00" are all functions of the card there. */
function functionsOf(draft: ProxmoxDraft, line: ConfLine, text: string): string[] {
  const one = parsePciAddress(text);
  if (one !== null) return [pciAddressText(one)];
  const first = parsePciAddress(`${text}.0`);
  if (first === null) return [];
  const slot = pciAddressText(first).replace(/0$/, "");
  const known = (draft.host.pciAddresses ?? []).filter((address) => address.startsWith(slot)).toSorted();
  if (known.length > 0) return known;
  draft.note(
    line,
    "All functions of the card are meant; which there are is not known. Add the others under GPUs and USB.",
  );
  return [pciAddressText(first)];
}

function readUsb(draft: ProxmoxDraft, line: ConfLine) {
  const given = line.take("host") ?? line.kind ?? "";
  line.take("host");
  line.take("usb3");
  const [, vendorId, productId] = /^(?:0x)?([0-9a-f]{4}):(?:0x)?([0-9a-f]{4})$/i.exec(given) ?? [];
  if (vendorId !== undefined && productId !== undefined)
    draft.usbDevices.push({
      kind: "product",
      vendorId: vendorId.toLowerCase(),
      productId: productId.toLowerCase(),
    });
  else if (/^\d+-\d+(\.\d+)*$/.test(given)) draft.usbDevices.push({ kind: "port", port: given });
  else if (given === "spice") draft.addDevice(line, "redirection", { type: "spicevmc" });
  else {
    line.takeAll();
    draft.note(line, "It is mapped in Proxmox's datacenter. Choose this host's device under GPUs and USB.");
  }
}
