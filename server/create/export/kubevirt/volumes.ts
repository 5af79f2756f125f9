import { shellWord } from "../../../units/shell-word";
import type { YamlValue } from "../../../yaml/write-yaml.schema";
import type { ExportedDisk, ExportedVm } from "../exported-vm";
import { quantityOf } from "./names";

interface Volumes {
  dataVolumes: YamlValue[];
  disks: YamlValue[];
  volumes: YamlValue[];
}

/** Where it can't be told how large a disk is. */
const unknownBytes = 20 * 2 ** 30;

/** Disks and CDs, each with a DataVolume that its image is uploaded into (cdi.kubevirt.io/v1beta1). */
export function volumesOf(
  vm: ExportedVm,
  vmName: string,
  sizes: ReadonlyMap<string, number>,
  notes: string[],
): Volumes {
  const made: Volumes = { dataVolumes: [], disks: [], volumes: [] };
  for (const [index, disk] of vm.disks.entries()) {
    const { source, target, device } = disk;
    if (source === null) {
      notes.push(`The empty CD drive ${target} is left out: KubeVirt has none without a volume.`);
      continue;
    }
    const name = `${device === "cdrom" ? "cd" : "disk"}-${index}`;
    const claim = `${vmName}-${name}`;
    const bytes = sizes.get(source);
    if (bytes === undefined)
      notes.push(`How large ${source} is could not be read. Set the storage of ${claim}.`);
    notes.push(
      `Upload ${target}: virtctl image-upload dv ${claim} --no-create --image-path ${shellWord(source)} (convert what is neither qcow2 nor raw).`,
    );
    made.dataVolumes.push(dataVolumeOf(claim, bytes ?? unknownBytes));
    made.disks.push(diskOf(name, disk, notes));
    made.volumes.push({ name, dataVolume: { name: claim } });
  }
  return made;
}

function dataVolumeOf(name: string, bytes: number): YamlValue {
  return {
    apiVersion: "cdi.kubevirt.io/v1beta1",
    kind: "DataVolume",
    metadata: { name },
    spec: { source: { upload: {} }, storage: { resources: { requests: { storage: quantityOf(bytes) } } } },
  };
}

const buses = new Set(["virtio", "scsi", "sata", "usb"]);
const caches = new Set(["none", "writethrough", "writeback"]);

function diskOf(name: string, disk: ExportedDisk, notes: string[]): YamlValue {
  const { target, device, bootOrder, serial, cache, io, iothread, readOnly, discard } = disk;
  const isCd = device === "cdrom";
  const bus = buses.has(disk.bus) && !(isCd && disk.bus === "usb") ? disk.bus : "sata";
  if (bus !== disk.bus) notes.push(`${target} is on ${bus}: KubeVirt has no ${disk.bus} for it.`);
  const keepsCache = cache !== null && caches.has(cache);
  if (cache !== null && !keepsCache) notes.push(`${target}: KubeVirt has no cache mode ${cache}.`);
  const keepsIo = io === "native" || io === "threads";
  if (io !== null && !keepsIo) notes.push(`${target}: KubeVirt has no I/O mode ${io}.`);
  if (discard !== null) notes.push(`${target}: KubeVirt decides on the discard mode by the storage.`);
  return {
    name,
    ...(isCd ? { cdrom: { bus } } : { disk: { bus, ...(readOnly ? { readonly: true } : {}) } }),
    ...(bootOrder === null ? {} : { bootOrder }),
    ...(serial === null ? {} : { serial }),
    ...(keepsCache ? { cache } : {}),
    ...(keepsIo ? { io } : {}),
    ...(iothread ? { dedicatedIOThread: true } : {}),
  };
}
