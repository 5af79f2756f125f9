import type { Values } from "@/server/domain/fields/field.schema";
import type { NewVolume } from "@/server/storage/new-volume.schema";

/** A volume that is to be made with a disk, as far as it is filled in. */
export interface VolumeDraft {
  pool: string;
  volume: string;
  /** Bytes, or what was written that is no number. */
  bytes: string | null;
  format: "qcow2" | "raw";
}

const least = 2 ** 20;

/** What is wrong with it, as a sentence; null where nothing is. */
export function volumeProblem({ pool, volume, bytes }: VolumeDraft, taken: readonly string[]): string | null {
  if (pool === "") return "Choose the pool that it is made in.";
  if (!/^[\p{L}\p{N}_][\p{L}\p{N} ._+@:-]*$/u.test(volume))
    return "A volume's name begins with a letter or digit and has no slashes.";
  if (taken.includes(volume)) return `The pool has a volume ${volume} already.`;
  if (bytes === null || !/^\d{1,15}$/.test(bytes) || Number(bytes) < least)
    return "A size is needed, 1 MiB at least.";
  return null;
}

/** The disk's values with it, and the volume to be made. */
export function withNewVolume(
  values: Values,
  { bytes, ...volume }: VolumeDraft,
): {
  values: Record<string, string | null>;
  newVolume: NewVolume;
} {
  const { file: _file, dev: _dev, ...rest } = values;
  return {
    values: { ...rest, type: "volume", pool: volume.pool, volume: volume.volume, format: volume.format },
    newVolume: { ...volume, bytes: Number(bytes) },
  };
}
