const mebibyte = 2 ** 20;
/** What Looking Glass needs besides two frames. */
const ownMebibytes = 10;

/** A resolution and how it is shown. */
interface Picture {
  width: number;
  height: number;
  /** 64 bits a pixel instead of 32. */
  hdr: boolean;
}

/**
 * The shared memory that a picture needs, in MiB: two frames and 10 MiB, rounded up to a power of two
 * (https://looking-glass.io/docs/B7/install_libvirt/#determining-memory).
 */
export function mebibytesFor({ width, height, hdr }: Picture): number {
  const frames = width * height * (hdr ? 8 : 4) * 2;
  return 2 ** Math.ceil(Math.log2(frames / mebibyte + ownMebibytes));
}
