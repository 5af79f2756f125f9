import * as z from "zod";

/** The name by which Looking Glass looks for its memory: /dev/shm/looking-glass. */
export const lookingGlassName = "looking-glass";
/** The device of the kernel module kvmfr that a VM gets in place of that file. */
export const kvmfrNode = "/dev/kvmfr0";

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

/** How a VM is set up for Looking Glass. */
export const lookingGlassSchema = z.strictObject({
  mebibytes: z
    .int()
    .min(16)
    .max(4096)
    .refine((size) => Number.isInteger(Math.log2(size)), "The memory is a power of two: 32, 64, 128 MiB."),
  /** "shm": a file in /dev/shm. "kvmfr": the kernel module's device, from which a GPU of the host reads by DMA. */
  memory: z.enum(["shm", "kvmfr"]),
  /** QEMU's own display: none beside the GPU, VGA for the firmware and as fallback in the client, or as it is. */
  video: z.enum(["none", "vga", "keep"]),
  /** SPICE carries keyboard and mouse; not needed where they are handed over by evdev. */
  spice: z.boolean(),
});

export type LookingGlass = z.infer<typeof lookingGlassSchema>;
