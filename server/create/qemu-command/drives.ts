import type { DiskBus } from "../specification/disk.schema";
import { type DiskImage, imageOf, type Layers } from "./disk-image";
import type { DiskInput, DriveInput, ImportDraft } from "./draft";
import { readFlash } from "./firmware";
import type { ReadOption } from "./machine";
import type { QemuOption } from "./option";
import { isOff, isOn } from "./properties";

/** -drive, -blockdev and their short forms. Those that a device names are kept for it. */
export const driveOptions: Readonly<Record<string, ReadOption>> = {
  drive: readDrive,
  blockdev: (draft, option) => draft.keep("drive", option),
  hda: readPlainDisk,
  hdb: readPlainDisk,
  hdc: readPlainDisk,
  hdd: readPlainDisk,
  cdrom: (draft, option) => {
    const path = draft.path(option.takeAll(), option);
    draft.opticalDrives.push({ source: path === null ? null : { kind: "file", path } });
  },
};

function readPlainDisk(draft: ImportDraft, option: QemuOption) {
  const path = draft.path(option.takeAll(), option);
  if (path === null) return;
  draft.disks.push({
    ...sourceOf(draft, option, { path, format: null }),
    ...writeProtectionOf(draft, option),
    bus: busOn(draft, "ide"),
  });
}

function readDrive(draft: ImportDraft, option: QemuOption) {
  const kind = option.take("if") ?? (draft.vm.machine === "virt" ? "virtio" : "ide");
  if (kind === "none") draft.keep("drive", option);
  else if (kind === "pflash") readFlash(draft, option);
  else if (isBus(kind)) addDrive(draft, option, option, kind);
  else draft.note(option, `Drives of the type "${kind}" are not imported.`);
}

function isBus(kind: string): kind is "virtio" | "scsi" | "ide" {
  return kind === "virtio" || kind === "scsi" || kind === "ide";
}

/** A drive behind its device, which is the same option where there is no device of its own. */
export function addDrive(draft: ImportDraft, drive: QemuOption, device: QemuOption, bus: DiskBus) {
  for (const name of ["id", "index", "node-name", "boot"]) drive.take(name);
  if (drive.takeIf("media", (media) => media === "cdrom") !== undefined) {
    addOpticalDrive(draft, drive, device, bus);
  } else addDisk(draft, drive, device, busOn(draft, bus));
}

/** QEMU's "ide" is SATA on a q35. */
function busOn(draft: ImportDraft, bus: DiskBus): DiskBus {
  return bus === "ide" && draft.vm.machine === "q35" ? "sata" : bus;
}

/** A CD drive, empty where there is no drive or no image in it. */
export function addOpticalDrive(
  draft: ImportDraft,
  drive: QemuOption | null,
  device: QemuOption,
  bus: DiskBus = "ide",
) {
  for (const name of ["id", "media", "index", "readonly", "read-only"]) drive?.take(name);
  drive?.takeIf("auto-read-only", isOn);
  const empty = drive === null || (drive.look("file", "filename", "file.filename") ?? "") === "";
  const image = empty ? null : imageOf(draft, drive);
  const known = bus === "ide" || bus === "virtio" ? null : bus;
  if (bus === "virtio") draft.note(device, "CD drives are not on virtio; the machine's usual bus is used.");
  const optical: DriveInput = {
    source: image === null ? null : { kind: "file", path: image.path },
    ...(known === null ? {} : { bus: known }),
  };
  draft.bootPlace(device, optical);
  draft.opticalDrives.push(optical);
}

function addDisk(draft: ImportDraft, drive: QemuOption, device: QemuOption, bus: DiskBus) {
  const image = imageOf(draft, drive);
  drive.takeIf("media", (media) => media === "disk");
  if (image === null) return;
  const thread = device.take("iothread");
  const iothread = draft.iothread(thread);
  if (thread !== undefined && iothread === null) draft.note(device, `There is no I/O thread ${thread}.`);
  const serial = device.take("serial");
  const disk: DiskInput = {
    ...sourceOf(draft, drive, image),
    bus,
    ...(iothread === null ? {} : { iothread }),
    ...(serial === undefined ? {} : { serial }),
    ...cacheOf(image.layers),
    ...hostAccessOf(image.layers),
    ...writeProtectionOf(draft, drive),
  };
  draft.bootPlace(device, disk);
  draft.disks.push(disk);
}

function sourceOf(
  draft: ImportDraft,
  option: QemuOption,
  { path, format }: Pick<DiskImage, "path" | "format">,
): Pick<DiskInput, "source"> {
  if (path.startsWith("/dev/")) {
    if (format !== null && format !== "raw") {
      draft.note(option, `${path} holds an image of the format ${format}; it is used as raw. Check it.`);
    }
    return { source: { kind: "block", path } };
  }
  const guessed = path.endsWith(".qcow2") ? "qcow2" : "raw";
  if (format === null && !/\.(qcow2|raw|iso)$/.test(path)) {
    draft.note(option, "The image's format is not given; raw is assumed. Check it.");
  } else if (format !== null && format !== "raw" && format !== "qcow2") {
    draft.note(option, `Passdeck does not support the format ${format}; convert the image to qcow2 or raw.`);
  }
  return {
    source: { kind: "file", path, format: format === "raw" || format === "qcow2" ? format : guessed },
  };
}

/** -drive's `cache`, or its parts as -blockdev has them. */
function cacheOf(drive: Layers): Pick<DiskInput, "cache"> {
  const whole = drive.takeIf("cache", isCache);
  if (isCache(whole)) return { cache: whole };
  const direct = isOn(drive.takeIf("cache.direct", (value) => isOn(value) || isOff(value)));
  const noFlush = isOn(drive.takeIf("cache.no-flush", (value) => isOn(value) || isOff(value)));
  drive.takeIf("cache.writeback", isOn);
  if (noFlush && !direct) return { cache: "unsafe" };
  return direct ? { cache: "none" } : {};
}

function isCache(name: string | undefined): name is NonNullable<DiskInput["cache"]> {
  return ["none", "writethrough", "writeback", "directsync", "unsafe"].includes(name ?? "");
}

function hostAccessOf(drive: Layers): Pick<DiskInput, "io" | "discard"> {
  // A file below a format is opened for writing when it is written to.
  drive.takeIf("auto-read-only", isOn);
  const io = drive.takeIf("aio", isIo);
  const discard = drive.take("discard");
  return {
    ...(isIo(io) ? { io } : {}),
    ...(discard === undefined ? {} : { discard: discard === "unmap" || isOn(discard) ? "unmap" : "ignore" }),
  };
}

function isIo(name: string | undefined): name is "threads" | "native" | "io_uring" {
  return name === "threads" || name === "native" || name === "io_uring";
}

/** What the guest must not write stays so. */
function writeProtectionOf(draft: ImportDraft, drive: QemuOption): Pick<DiskInput, "readOnly"> {
  const readOnly = isOn(drive.take("readonly", "read-only"));
  if (!isOn(drive.take("snapshot")) && !draft.snapshot) return readOnly ? { readOnly } : {};
  draft.note(
    drive,
    "What the guest writes would be lost at its end (snapshot=on); the disk is read-only here.",
  );
  return { readOnly: true };
}
