import { mebibytesFor } from "@/server/domain/looking-glass/shared-memory.schema";

/** Pictures that desktops have; "WIDTHxHEIGHT". */
export const resolutions = [
  { value: "1920x1080", label: "1920 × 1080 (Full HD)" },
  { value: "1920x1200", label: "1920 × 1200" },
  { value: "2560x1440", label: "2560 × 1440 (QHD)" },
  { value: "2560x1600", label: "2560 × 1600" },
  { value: "3440x1440", label: "3440 × 1440 (ultrawide)" },
  { value: "3840x2160", label: "3840 × 2160 (4K)" },
  { value: "5120x1440", label: "5120 × 1440 (super ultrawide)" },
  { value: "5120x2880", label: "5120 × 2880 (5K)" },
  { value: "7680x4320", label: "7680 × 4320 (8K)" },
] as const;

type Resolution = (typeof resolutions)[number]["value"];

/** The smallest of them that needs as much shared memory. */
export function resolutionFor(mebibytes: number): Resolution {
  return resolutions.find(({ value }) => memoryFor(value, false) === mebibytes)?.value ?? "1920x1080";
}

/** The shared memory that Looking Glass needs for it, in MiB. */
export function memoryFor(resolution: Resolution, hdr: boolean): number {
  const [width = 0, height = 0] = resolution.split("x").map(Number);
  return mebibytesFor({ width, height, hdr });
}
