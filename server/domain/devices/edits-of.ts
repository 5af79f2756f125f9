import { audioEdits } from "./audio/edits";
import { controllerEdits } from "./controller/edits";
import type { DeviceEdits } from "./device-edits";
import type { DeviceKind } from "./device-kind.schema";
import { diskEdits } from "./disk/edits";
import { folderEdits } from "./folder/edits";
import { iommuEdits } from "./iommu/edits";
import { networkEdits } from "./network/edits";
import { screenEdits } from "./screen/edits";
import { scsiDeviceEdits } from "./scsi-device/edits";
import { serialEdits } from "./serial/edits";

/** None: its fields are all there is to it. */
const fieldsAlone: DeviceEdits = {};

const edits: Readonly<Record<DeviceKind, DeviceEdits>> = {
  disk: diskEdits,
  drive: diskEdits,
  network: networkEdits,
  "host-nic": fieldsAlone,
  pci: fieldsAlone,
  mdev: fieldsAlone,
  "scsi-device": scsiDeviceEdits,
  usb: fieldsAlone,
  screen: screenEdits,
  video: fieldsAlone,
  sound: fieldsAlone,
  audio: audioEdits,
  input: fieldsAlone,
  serial: serialEdits,
  console: fieldsAlone,
  channel: fieldsAlone,
  tpm: fieldsAlone,
  folder: folderEdits,
  watchdog: fieldsAlone,
  rng: fieldsAlone,
  balloon: fieldsAlone,
  vsock: fieldsAlone,
  "shared-memory": fieldsAlone,
  redirection: fieldsAlone,
  "smart-card": fieldsAlone,
  panic: fieldsAlone,
  "memory-module": fieldsAlone,
  iommu: iommuEdits,
  controller: controllerEdits,
};

/** What a kind of device takes besides its fields. */
export function editsOf(kind: DeviceKind): DeviceEdits {
  return edits[kind];
}
