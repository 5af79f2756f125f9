import type { DiskInput, DriveInput } from "../qemu-command/draft";
import type { DiskBus } from "../specification/disk.schema";
import { type ConfLine, isSet, isUnset } from "./conf-line";
import { type ProxmoxDraft, type ReadLine, told } from "./proxmox-draft";
import { isElsewhere, placeOfVolume } from "./volume-place";

/** Disks and CD drives. */
export const driveKeys: Readonly<Record<string, ReadLine>> = {
  ide: (draft, line) => readDrive(draft, line, draft.vm.machine === "i440fx" ? "ide" : "sata"),
  cdrom: (draft, line) => readOpticalDrive(draft, line, null),
  sata: (draft, line) => readDrive(draft, line, "sata"),
  scsi: (draft, line) => readDrive(draft, line, "scsi"),
  virtio: (draft, line) => readDrive(draft, line, "virtio"),
  scsihw: (_draft, line) => line.takeAll(),
  bootdisk: (draft, line) => {
    draft.bootDisk = line.takeAll();
  },
  unused: told("The VM does not use this disk."),
};

/** Whether a volume is the drive that Proxmox writes for cloud-init. */
const cloudInit = /(^|[:/-])cloudinit(\.\w+)?$/;

function readDrive(draft: ProxmoxDraft, line: ConfLine, bus: DiskBus) {
  const volume = line.look("file", "volume") ?? line.kind ?? "";
  if (cloudInit.test(volume)) {
    line.takeAll();
    draft.note(
      line,
      "The cloud-init drive is not imported; a system that has started once does not need it.",
    );
  } else if (line.look("media") === "cdrom" || volume === "none" || volume === "cdrom")
    readOpticalDrive(draft, line, bus === "scsi" || bus === "sata" ? bus : null);
  else readDisk(draft, line, bus);
}

function readOpticalDrive(draft: ProxmoxDraft, line: ConfLine, bus: DriveInput["bus"]) {
  const volume = line.take("file", "volume") ?? line.kind ?? "";
  for (const name of ["media", "size", "file", "volume"]) line.take(name);
  const place =
    volume === "none" || volume === "cdrom" || volume === "" ? null : placeOfVolume(draft, volume);
  if (volume === "cdrom")
    draft.note(line, "The drive of the Proxmox host is not used; the VM's drive is empty.");
  if (place !== null && isElsewhere(volume))
    draft.note(line, `${volume} is looked for at ${place}. Copy it there, or choose another under Disks.`);
  const drive: DriveInput = { source: place === null ? null : { kind: "file", path: place }, bus };
  draft.bootable.set(line.name, drive);
  draft.opticalDrives.push(drive);
}

function readDisk(draft: ProxmoxDraft, line: ConfLine, bus: DiskBus) {
  const volume = line.take("file", "volume") ?? line.kind ?? "";
  const size = line.take("size");
  line.takeIf("media", (media) => media === "disk");
  const place = placeOfVolume(draft, volume);
  if (place === null) return draft.note(line, "It names no disk.");
  noteVolume(draft, line, { volume, place, size });
  const disk: DiskInput = { source: sourceOf(draft, line, place), bus, ...settingsOf(draft, line, bus) };
  if (bus === "scsi" && !draft.scsiController.startsWith("virtio"))
    draft.note(line, `It is on virtio-scsi, not ${draft.scsiController}: the guest needs its driver.`);
  draft.bootable.set(line.name, disk);
  draft.disks.push(disk);
}

function noteVolume(
  draft: ProxmoxDraft,
  line: ConfLine,
  { volume, place, size }: { volume: string; place: string; size: string | undefined },
) {
  if (!isElsewhere(volume)) return;
  const format = place.endsWith(".qcow2") ? "qcow2" : "raw";
  // No command is told with what a shell would take for more than a name.
  const command = /^[\w.:/@+-]+$/.test(volume)
    ? ` (on the Proxmox host: qemu-img convert -O ${format} "$(pvesm path ${volume})" …)`
    : "";
  draft.note(
    line,
    `The disk${size === undefined ? "" : ` (${size})`} is looked for at ${place}. Copy it there${command}, or choose another under Disks.`,
  );
}

function sourceOf(draft: ProxmoxDraft, line: ConfLine, path: string): DiskInput["source"] {
  const given = line.take("format");
  if (path.startsWith("/dev/")) return { kind: "block", path };
  const format = given ?? /\.(\w+)$/.exec(path)?.[1] ?? "raw";
  if (format === "raw" || format === "qcow2") return { kind: "file", path, format };
  draft.note(line, `Passdeck does not support the format ${format}; convert the image to qcow2 or raw.`);
  return { kind: "file", path, format: "raw" };
}

const caches = ["none", "writethrough", "writeback", "directsync", "unsafe"] as const;
const ios = ["threads", "native", "io_uring"] as const;

/** Proxmox opens disks past the host's cache where nothing else is said. */
function settingsOf(draft: ProxmoxDraft, line: ConfLine, bus: DiskBus): Omit<DiskInput, "source" | "bus"> {
  const cache = caches.find((name) => name === line.take("cache")) ?? "none";
  const io = ios.find((name) => name === line.look("aio"));
  const discard = line.takeIf("discard", (value) => value === "on" || value === "ignore");
  const serial = line.take("serial");
  const direct = cache === "none" || cache === "directsync";
  if (io !== undefined && (io !== "native" || direct)) line.take("aio");
  return {
    cache,
    ...(io === undefined || (io === "native" && !direct) ? {} : { io }),
    ...threadOf(draft, line, bus),
    ...(discard === undefined ? {} : { discard: discard === "on" ? "unmap" : "ignore" }),
    ...(serial === undefined ? {} : { serial: decodeSerial(serial) }),
    ...(isSet(line.takeIf("ro", (value) => isSet(value) || isUnset(value))) ? { readOnly: true } : {}),
  };
}

function threadOf(draft: ProxmoxDraft, line: ConfLine, bus: DiskBus): Pick<DiskInput, "iothread"> {
  if (!isSet(line.look("iothread"))) {
    line.take("iothread");
    return {};
  }
  if (bus !== "virtio") return {};
  line.take("iothread");
  const used = draft.disks.map(({ iothread }) => iothread ?? 0);
  return { iothread: Math.max(0, ...used) + 1 };
}

/** Serial numbers are written as in addresses. */
function decodeSerial(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
