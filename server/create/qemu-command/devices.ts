import type { QuirkId } from "../../domain/quirks/quirk-ids.schema";
import { parsePciAddress, pciAddressText } from "../../units/pci-address.schema";
import type { DiskBus } from "../specification/disk.schema";
import type { ImportDraft } from "./draft";
import { addDisk, addOpticalDrive, driveOf } from "./drives";
import { addNetworkCard } from "./networks";
import { isOn, type QemuProperties } from "./properties";

const diskBuses: Readonly<Record<string, DiskBus>> = {
  "virtio-blk-pci": "virtio",
  "virtio-blk": "virtio",
  "scsi-hd": "scsi",
  "scsi-disk": "scsi",
  "ide-hd": "ide",
  "usb-storage": "usb",
};

const networkModels = /^(virtio-net(-pci)?|e1000e?|rtl8139)$/;
/** Buses and ports, which libvirt makes where they are needed. */
const plumbing =
  /^(pci-bridge|pcie-root-port|ioh3420|pcie-pci-bridge|virtio-scsi(-pci)?|ahci|ich9-ahci|qemu-xhci|nec-usb-xhci|.*-usb-[eu]hci\d?|virtio-serial(-pci)?|isa-serial|usb-kbd|usb-mouse|virtserialport|virtconsole|hda-duplex|hda-micro)$/;

/** Reads a -device; the backends that it names are known by now. */
export function readDevice(draft: ImportDraft, properties: QemuProperties, argument: string) {
  const { kind, values } = properties;
  const type = kind ?? "";
  const drive = values.get("drive");
  const bus = diskBuses[type];
  if (bus !== undefined && drive !== undefined) readDisk(draft, values, bus, argument);
  else if (/^(scsi|ide)-cd$/.test(type)) {
    const source = drive === undefined ? null : driveOf(draft, drive);
    addOpticalDrive(draft, source?.values.get("file") ?? source?.values.get("filename"), argument);
  } else if (networkModels.test(type)) {
    addNetworkCard(draft, values.get("netdev") ?? "", { model: type, mac: values.get("mac") }, argument);
  } else if (type.startsWith("vfio-pci")) readCard(draft, values, argument);
  else if (type === "usb-host") readUsb(draft, values, argument);
  else if (!readPlainDevice(draft, type) && !plumbing.test(type)) {
    draft.note(argument, `Passdeck can't import the device ${type || "without a type"}.`);
  }
}

function readDisk(draft: ImportDraft, values: ReadonlyMap<string, string>, bus: DiskBus, argument: string) {
  const source = driveOf(draft, values.get("drive") ?? "");
  if (source === null) return draft.note(argument, `There is no -drive ${values.get("drive")}.`);
  const thread = values.get("iothread");
  const iothread = draft.iothread(thread);
  if (thread !== undefined && iothread === null) draft.note(argument, `There is no I/O thread ${thread}.`);
  const serial = values.get("serial");
  addDisk(draft, source, { bus, iothread, ...(serial === undefined ? {} : { serial }) }, argument);
}

/** Devices that are only there or not. */
function readPlainDevice(draft: ImportDraft, type: string): boolean {
  const { vm } = draft;
  if (type.startsWith("virtio-rng")) vm.randomness = true;
  else if (type.startsWith("virtio-balloon")) draft.memory.balloon = true;
  else if (type === "usb-tablet") vm.tablet = true;
  else if (type === "i6300esb") vm.watchdog = { model: "i6300esb" };
  else if (/^(ich9-)?intel-hda$/.test(type)) vm.sound = type === "intel-hda" ? "ich6" : "ich9";
  else if (/^tpm-(tis|crb)$/.test(type)) vm.tpm = { model: type === "tpm-tis" ? "tpm-tis" : "tpm-crb" };
  else if (/^(VGA|qxl-vga|virtio-(vga|gpu-pci)|bochs-display|cirrus-vga)$/.test(type))
    vm.graphics ??= { kind: "vnc" };
  else return false;
  return true;
}

const knownCardProperties = new Set([
  "driver",
  "host",
  "id",
  "bus",
  "addr",
  "multifunction",
  "rombar",
  "romfile",
  "x-vga",
  "x-igd-opregion",
  "x-igd-gms",
]);

/** Functions of one slot are one card. */
function readCard(draft: ImportDraft, values: ReadonlyMap<string, string>, argument: string) {
  const place = parsePciAddress(values.get("host") ?? "");
  if (place === null)
    return draft.note(argument, `${values.get("host")} is not a PCI address. Choose the device.`);
  const quirks: QuirkId[] = [];
  if (isOn(values.get("x-igd-opregion"))) quirks.push("intel-igd-opregion");
  const memory = values.get("x-igd-gms");
  if (memory === "2") quirks.push("intel-igd-memory");
  else if (memory !== undefined)
    draft.note(argument, `x-igd-gms=${memory} is ignored; Passdeck supports only 2 (64 MiB).`);
  for (const name of values.keys()) {
    if (!knownCardProperties.has(name)) draft.note(argument, `The property ${name} is left out.`);
  }
  const rom = romOf(draft, values, argument);
  const options = {
    ...(quirks.length > 0 ? { quirks } : {}),
    ...(isOn(values.get("x-vga")) ? { primaryDisplay: true } : {}),
    ...(rom === null ? {} : { rom }),
  };
  const address = pciAddressText(place);
  const card = draft.cards.find(
    ({ functions }) => functions[0]?.address.slice(0, -2) === address.slice(0, -2),
  );
  if (card === undefined) draft.cards.push({ functions: [{ address }], options });
  else {
    card.functions.push({ address });
    card.options = { ...options, ...card.options };
  }
}

function romOf(draft: ImportDraft, values: ReadonlyMap<string, string>, argument: string) {
  if (values.get("rombar") === "0") return { kind: "off" } as const;
  const file = values.get("romfile");
  const path = file === undefined || file === "" ? null : draft.path(file, argument);
  return path === null ? null : ({ kind: "file", path } as const);
}

function readUsb(draft: ImportDraft, values: ReadonlyMap<string, string>, argument: string) {
  const id = (name: string) => /^(?:0x)?([0-9a-f]{4})$/i.exec(values.get(name) ?? "")?.[1]?.toLowerCase();
  const [vendorId, productId] = [id("vendorid"), id("productid")];
  const [bus, device] = [Number(values.get("hostbus")), Number(values.get("hostaddr"))];
  if (vendorId !== undefined && productId !== undefined) {
    draft.usbDevices.push({ kind: "product", vendorId, productId });
  } else if (bus > 0 && device > 0) draft.usbDevices.push({ kind: "place", bus, device });
  else draft.note(argument, "The USB device is given neither by IDs nor by bus and address. Choose it.");
}
