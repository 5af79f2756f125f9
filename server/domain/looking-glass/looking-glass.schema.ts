import * as z from "zod";

/** The name by which Looking Glass looks for its memory: /dev/shm/looking-glass. */
export const lookingGlassName = "looking-glass";
/** The device of the kernel module kvmfr that a VM gets in place of that file. */
export const kvmfrNode = "/dev/kvmfr0";

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
