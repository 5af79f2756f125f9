import { audio } from "./audio/form.schema";
import { balloon } from "./balloon/form.schema";
import { channel } from "./channel/form.schema";
import { consoleDevice } from "./console/form.schema";
import { controller } from "./controller/form.schema";
import type { DeviceForm } from "./device-form.schema";
import { type DeviceKind, deviceKinds } from "./device-kind.schema";
import { disk } from "./disk/form.schema";
import { drive } from "./drive/form.schema";
import { sharedFolder } from "./folder/form.schema";
import { hostNic } from "./host-nic/form.schema";
import { input } from "./input/form.schema";
import { iommu } from "./iommu/form.schema";
import { mediatedDevice } from "./mdev/form.schema";
import { memoryModule } from "./memory-module/form.schema";
import { networkCard } from "./network/form.schema";
import { panic } from "./panic/form.schema";
import { pciDevice } from "./pci/form.schema";
import { redirection } from "./redirection/form.schema";
import { randomness } from "./rng/form.schema";
import { screen } from "./screen/form.schema";
import { scsiDevice } from "./scsi-device/form.schema";
import { serialPort } from "./serial/form.schema";
import { sharedMemory } from "./shared-memory/form.schema";
import { smartCard } from "./smart-card/form.schema";
import { sound } from "./sound/form.schema";
import { tpm } from "./tpm/form.schema";
import { usbDevice } from "./usb/form.schema";
import { video } from "./video/form.schema";
import { vsock } from "./vsock/form.schema";
import { watchdog } from "./watchdog/form.schema";

/** The form of each kind of device. */
const forms: { readonly [Kind in DeviceKind]: DeviceForm<Kind> } = {
  disk,
  drive,
  network: networkCard,
  "host-nic": hostNic,
  pci: pciDevice,
  mdev: mediatedDevice,
  "scsi-device": scsiDevice,
  usb: usbDevice,
  screen,
  video,
  sound,
  audio,
  input,
  serial: serialPort,
  console: consoleDevice,
  channel,
  tpm,
  folder: sharedFolder,
  watchdog,
  rng: randomness,
  balloon,
  vsock,
  "shared-memory": sharedMemory,
  redirection,
  "smart-card": smartCard,
  panic,
  "memory-module": memoryModule,
  iommu,
  controller,
};

/** The forms, in the order in which they are offered. */
export const deviceForms: readonly DeviceForm[] = deviceKinds.map((kind) => forms[kind]);

/** The form of a kind. */
export function deviceForm(kind: DeviceKind): DeviceForm {
  return forms[kind];
}
