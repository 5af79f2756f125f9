import type { DeviceKind } from "./device-kind.schema";
import { channel, consoleDevice, serialPort } from "./kinds/characters.schema";
import { disk, drive } from "./kinds/disks.schema";
import { audio, input, screen, sound, video } from "./kinds/display.schema";
import {
  controller,
  iommu,
  memoryModule,
  panic,
  redirection,
  sharedMemory,
  smartCard,
  vsock,
} from "./kinds/further.schema";
import { pciDevice, usbDevice } from "./kinds/host-devices.schema";
import { networkCard } from "./kinds/network.schema";
import { balloon, randomness, sharedFolder, tpm, watchdog } from "./kinds/services.schema";

/** All sorts of devices that Passdeck has forms for, in the order in which they are shown. */
export const deviceKinds: readonly DeviceKind[] = [
  disk,
  drive,
  networkCard,
  pciDevice,
  usbDevice,
  screen,
  video,
  sound,
  audio,
  input,
  serialPort,
  consoleDevice,
  channel,
  tpm,
  sharedFolder,
  watchdog,
  randomness,
  balloon,
  vsock,
  sharedMemory,
  redirection,
  smartCard,
  panic,
  memoryModule,
  iommu,
  controller,
];

export function deviceKind(id: string): DeviceKind | undefined {
  return deviceKinds.find((kind) => kind.id === id);
}
