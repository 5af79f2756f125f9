import type { Choice } from "@/components/ui/form/select-field";
import type { CreateChoices } from "@/server/create/choices.schema";

export interface VolumeName {
  pool: string;
  volume: string;
}

/** Which volumes of the pools suit: CD images, images of disks, or all. */
export type VolumeKind = "iso" | "disk";

/** The volumes that suit, for a list with the pools as headings. */
export function volumeChoices({ pools }: Pick<CreateChoices, "pools">, kind: VolumeKind): Choice<string>[] {
  return pools
    .filter(({ active }) => active)
    .flatMap(({ name, volumes }) =>
      volumes
        .filter((volume) => isIso(volume) === (kind === "iso"))
        .map((volume) => ({ value: keyOf({ pool: name, volume }), label: volume, group: name })),
    );
}

export function keyOf({ pool, volume }: VolumeName): string {
  return JSON.stringify([pool, volume]);
}

/** The volume that a key of `keyOf` stands for; null where none of the pools has it. */
export function volumeOf({ pools }: Pick<CreateChoices, "pools">, key: string): VolumeName | null {
  for (const { name, volumes } of pools) {
    const volume = volumes.find((one) => keyOf({ pool: name, volume: one }) === key);
    if (volume !== undefined) return { pool: name, volume };
  }
  return null;
}

/** What an image is by its name: all but qcow2 is taken as it is. */
export function formatOf(name: string): "qcow2" | "raw" {
  return /\.(qcow2|qcow|img\.qcow2)$/i.test(name) ? "qcow2" : "raw";
}

function isIso(volume: string): boolean {
  return /\.iso$/i.test(volume);
}
