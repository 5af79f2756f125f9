import * as z from "zod";
import type { QuirkId } from "../../domain/quirks/quirk-ids.schema";
import type { VmSpecificationInput } from "../vm-specification.schema";

type Item<Key extends "disks" | "networks"> = NonNullable<VmSpecificationInput[Key]>[number];

/** What a setting of a preset changes in a specification, where the user has not chosen otherwise. */
export interface PresetChange {
  vm?: Partial<Omit<VmSpecificationInput, "name" | "disks" | "networks" | "cards">>;
  /** For each disk, whichever they are; networks and cards likewise. */
  eachDisk?: Partial<Omit<Item<"disks">, "source">>;
  eachNetwork?: Partial<Omit<Item<"networks">, "source">>;
  /** Quirks of each card that has a display in it. */
  displayQuirks?: readonly QuirkId[];
}

/** One setting, with what it is for in words for users. */
export interface PresetSetting {
  title: string;
  reason: string;
  change: PresetChange;
}

/** What the user has to add, since only they know which. */
export interface PresetNeed {
  kind: "installation-medium" | "virtio-win" | "display-card" | "bridge";
  title: string;
  reason: string;
}

export interface Preset {
  id: string;
  title: string;
  summary: string;
  settings: readonly PresetSetting[];
  needs: readonly PresetNeed[];
  /** It goes by the host how many vCPUs it has, how much memory, and where they are. */
  sizedByHost?: true;
  /** Its memory is of huge pages, where the host has set aside enough. */
  onHugePages?: true;
}

/** A preset that a user keeps: what of a specification it sets is checked when it is used, against the schema of then. */
export const userPresetSchema = z.strictObject({
  title: z.string().trim().min(1).max(80),
  summary: z.string().max(500).default(""),
  specification: z.record(z.string().max(40), z.json()),
});

export type UserPreset = z.infer<typeof userPresetSchema>;
