import { shellWord } from "../../../units/shell-word";
import type { ExportedDisk, ExportedVm } from "../exported-vm";
import { type ConfWriter, encoded, fits } from "./conf-writer";

/** Something that can be booted from, by its key. */
export interface BootKey {
  key: string;
  kind: "hd" | "cdrom" | "network" | "card";
  order: number | null;
}

/** Disks and CD drives, in the definition's order. */
export function writeDisks(conf: ConfWriter, vm: ExportedVm): BootKey[] {
  if (vm.disks.some(({ bus }) => bus === "scsi"))
    conf.add("scsihw", vm.scsiController === "lsilogic" ? "lsi" : "virtio-scsi-pci");
  return vm.disks.flatMap((disk) => writeDisk(conf, vm, disk) ?? []);
}

const buses = new Set(["virtio", "scsi", "sata", "ide"]);

function writeDisk(conf: ConfWriter, { machine }: ExportedVm, disk: ExportedDisk): BootKey | null {
  const isCd = disk.device === "cdrom";
  const usual = machine === "i440fx" ? "ide" : machine === "q35" ? "sata" : "scsi";
  const bus = buses.has(disk.bus) && !(isCd && disk.bus === "virtio") ? disk.bus : usual;
  if (bus !== disk.bus) conf.note(`${disk.target} is on ${bus}: Proxmox has no ${disk.bus} for it.`);
  const source = sourceOf(conf, disk);
  if (source === null) return null;
  const key = conf.nextKey(bus);
  if (key === null) {
    conf.note(`${disk.target} has no place: Proxmox has no further ${bus} drive.`);
    return null;
  }
  conf.add(key, isCd ? `${source},media=cdrom` : [source, ...settingsOf(conf, disk, bus)].join(","));
  return { key, kind: isCd ? "cdrom" : "hd", order: disk.bootOrder };
}

/** The path, which has to be there on the Proxmox host; a volume is one as soon as it is imported. */
function sourceOf(conf: ConfWriter, { source, target, device }: ExportedDisk): string | null {
  if (source === null) return "none";
  if (!fits(source)) {
    conf.note(`${target} is left out: Proxmox can't name ${source}.`);
    return null;
  }
  const what = device === "cdrom" ? "The CD" : "The disk";
  if (!source.startsWith("/")) {
    conf.note(
      `${what} ${target} is left out: it is the volume ${source} of a pool. Import it: qm disk import VMID FILE STORAGE`,
    );
    return device === "cdrom" ? "none" : null;
  }
  if (device === "cdrom") conf.note(`The CD ${target} is looked for at ${source}. Copy it there.`);
  else
    conf.note(
      `The disk ${target} is looked for at ${source}. Copy it there, or into a storage: qm disk import VMID ${shellWord(source)} STORAGE`,
    );
  return source;
}

function settingsOf(conf: ConfWriter, disk: ExportedDisk, bus: string): string[] {
  const { target, cache, io, discard, serial, iothread, readOnly, format, source } = disk;
  if (!["raw", "qcow2"].includes(format))
    conf.note(`${target} has the format ${format}. Convert it to qcow2 or raw.`);
  if (readOnly && bus !== "virtio" && bus !== "scsi") conf.note(`${target} can't be read-only on ${bus}.`);
  return [
    ...(source?.startsWith("/dev/") ? [] : [`format=${format === "qcow2" ? "qcow2" : "raw"}`]),
    // Proxmox opens disks past the host's cache where nothing is said; QEMU's own usual way is writeback.
    ...(cache === "none" ? [] : [`cache=${cache ?? "writeback"}`]),
    ...(io === null || io === "default" ? [] : [`aio=${io}`]),
    ...(discard === "unmap" ? ["discard=on"] : discard === "ignore" ? ["discard=ignore"] : []),
    ...(iothread && (bus === "virtio" || bus === "scsi") ? ["iothread=1"] : []),
    ...(serial === null ? [] : [`serial=${encoded(serial).replaceAll(",", "%2C")}`]),
    ...(readOnly && (bus === "virtio" || bus === "scsi") ? ["ro=1"] : []),
  ];
}
