/** Bytes of each unit that libvirt writes or takes (https://libvirt.org/formatdomain.html#memory-allocation). */
const bytesOfUnit: Record<string, number> = {
  b: 1,
  bytes: 1,
  KB: 1e3,
  k: 1024,
  KiB: 1024,
  MB: 1e6,
  M: 2 ** 20,
  MiB: 2 ** 20,
  GB: 1e9,
  G: 2 ** 30,
  GiB: 2 ** 30,
  TB: 1e12,
  T: 2 ** 40,
  TiB: 2 ** 40,
};

/** A size of libvirt's in bytes; KiB is the unit where none is named. 0 where the text is no number. */
export function sizeInBytes(value: string | null, unit: string | null): number {
  const amount = Number(value ?? 0);
  return Number.isFinite(amount) ? amount * (bytesOfUnit[unit ?? "KiB"] ?? 1024) : 0;
}
