const root = "sys/devices/pci0000:00";

/** Where devices of the fast layer's host stand in sysfs. */
export const place = {
  gpu: `${root}/0000:00:04.0/0000:01:00.0`,
  gpuAudio: `${root}/0000:00:04.0/0000:01:00.1`,
  nvme: `${root}/0000:00:06.0/0000:03:00.0`,
  nic: `${root}/0000:00:07.0/0000:04:00.0`,
  usb: `${root}/0000:00:08.0/0000:05:00.0`,
  vfioAudio: `${root}/0000:00:09.0/0000:06:00.0/0000:07:01.1`,
  engine: `${root}/0000:00:1d.0`,
  sata: `${root}/0000:00:1f.2`,
  smbus: `${root}/0000:00:1f.3`,
} as const;

/** The device at a place. */
export function addressAt(at: string): string {
  return at.slice(at.lastIndexOf("/") + 1);
}
