import type { DiskBus } from "../specification/disk.schema";
import type { DiskInput, ImportDraft } from "./draft";
import type { ReadOption } from "./machine-options";
import { optionText } from "./option-list";
import { type QemuProperties, readProperties } from "./properties";

/** -drive, -blockdev and their short forms. Those that a device names are kept for it. */
export const driveOptions: Readonly<Record<string, ReadOption>> = {
  drive: readDrive,
  blockdev: readBlockdev,
  hda: (draft, value, argument) => addDisk(draft, fileOf(value), { bus: "ide" }, argument),
  cdrom: (draft, value, argument) => addOpticalDrive(draft, value, argument),
};

function fileOf(file: string): QemuProperties {
  return { kind: null, values: new Map([["file", file]]) };
}

function readDrive(draft: ImportDraft, value: string, argument: string) {
  const properties = readProperties(value);
  const { values } = properties;
  const kind = values.get("if") ?? "ide";
  const id = values.get("id");
  if (kind === "none" && id !== undefined) {
    draft.drives.set(id, { option: { name: "drive", value }, properties, used: false });
  } else if (kind === "pflash") readFlash(draft, values, argument);
  else if (values.get("media") === "cdrom") addOpticalDrive(draft, values.get("file"), argument);
  else if (isBus(kind)) addDisk(draft, properties, { bus: kind }, argument);
  else draft.note(argument, `Drives of type "${kind}" are not imported.`);
}

function isBus(kind: string): kind is "virtio" | "scsi" | "ide" {
  return kind === "virtio" || kind === "scsi" || kind === "ide";
}

/** Code first, variables second, as QEMU counts them. */
function readFlash(draft: ImportDraft, values: ReadonlyMap<string, string>, argument: string) {
  if (draft.vm.firmware?.kind === "uefi") return;
  draft.vm.firmware = { kind: "uefi" };
  draft.note(
    argument,
    `${values.get("file") ?? "The file"} is replaced by the UEFI firmware that is installed.`,
  );
}

function readBlockdev(draft: ImportDraft, value: string) {
  const properties = readProperties(value);
  const name = properties.values.get("node-name");
  if (name !== undefined)
    draft.drives.set(name, { option: { name: "blockdev", value }, properties, used: false });
}

/** A disk of a drive and the device in front of it. */
export function addDisk(
  draft: ImportDraft,
  { values }: QemuProperties,
  device: Pick<DiskInput, "iothread" | "serial" | "bootOrder"> & { bus: DiskBus },
  argument: string,
) {
  const path = draft.path(values.get("file") ?? values.get("filename") ?? "", argument);
  if (path === null) return;
  const stated = values.get("format") ?? values.get("driver");
  const format = stated === "raw" || stated === "qcow2" ? stated : guessFormat(path);
  const aio = values.get("aio");
  const cache = values.get("cache");
  const bus = device.bus === "ide" && draft.vm.machine === "q35" ? "sata" : device.bus;
  draft.disks.push({
    source: path.startsWith("/dev/") ? { kind: "block", path } : { kind: "file", path, format },
    ...device,
    bus,
    ...(isCache(cache) ? { cache } : {}),
    ...(aio === "threads" || aio === "native" || aio === "io_uring" ? { io: aio } : {}),
    ...(values.get("discard") === "unmap" ? { discard: "unmap" } : {}),
  });
}

function isCache(name: string | undefined): name is NonNullable<DiskInput["cache"]> {
  return ["none", "writethrough", "writeback", "directsync", "unsafe"].includes(name ?? "");
}

function guessFormat(path: string): "raw" | "qcow2" {
  return path.endsWith(".qcow2") ? "qcow2" : "raw";
}

export function addOpticalDrive(draft: ImportDraft, file: string | undefined, argument: string) {
  const path = file === undefined || file === "" ? null : draft.path(file, argument);
  draft.opticalDrives.push({ source: path === null ? null : { kind: "file", path } });
}

/** The file behind a drive or a chain of block devices, with what each of them says. */
export function driveOf(draft: ImportDraft, id: string): QemuProperties | null {
  const values = new Map<string, string>();
  let next: string | undefined = id;
  let found = false;
  while (next !== undefined) {
    const backend = draft.drives.get(next);
    // A file's name stands where a chain ends.
    if (backend === undefined || backend.used) break;
    backend.used = true;
    found = true;
    const own = backend.properties.values;
    for (const [name, value] of own) if (!values.has(name)) values.set(name, value);
    next = own.has("filename") ? undefined : own.get("file");
    if (next !== undefined && draft.drives.has(next)) values.delete("file");
  }
  return found ? { kind: null, values } : null;
}

/** Drives that no device was found for. */
export function noteUnusedDrives(draft: ImportDraft) {
  for (const { option, used } of draft.drives.values()) {
    if (!used) draft.note(optionText(option), "No device in the command uses it.");
  }
}
