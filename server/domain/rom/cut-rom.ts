import { isImage } from "./read-images";

/** Headers are some hundred bytes to a few KiB long; beyond this a ROM in a file is chance. */
const longestHeader = 2 ** 20;

export interface CutRom {
  /** The ROM alone; the file as it is where it has none. */
  rom: Uint8Array;
  /** How many bytes stood before it. */
  headerBytes: number;
  /** Whose header that is: "NVIDIA's NVGI container"; null where there is none. */
  header: string | null;
}

/**
 * Cuts what tools put before a ROM: NVIDIA's cards keep theirs behind a container ("NVGI"), which nvflash and GPU-Z save
 * along and no firmware reads. What begins with its ROM, or has none, stays as it is.
 */
export function cutRom(bytes: Uint8Array): CutRom {
  const start = romStart(bytes) ?? 0;
  if (start === 0) return { rom: bytes, headerBytes: 0, header: null };
  const isNvidia = Buffer.from(bytes.subarray(0, 4)).toString("latin1") === "NVGI";
  const header = isNvidia ? "NVIDIA’s NVGI container" : "a header of the tool that read it";
  return { rom: bytes.subarray(start), headerBytes: start, header };
}

/** Where the first image begins; null where there is none. */
export function romStart(bytes: Uint8Array): number | null {
  for (let offset = 0; offset < Math.min(bytes.length, longestHeader); offset += 4) {
    if (isImage(bytes, offset)) return offset;
  }
  return null;
}
