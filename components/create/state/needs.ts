import type { Preset } from "@/server/create/presets/preset.schema";
import type { Wizard } from "./wizard";

/** What the preset needs besides the source, and only the user can say. */
export function needsOf({ preset, way }: Pick<Wizard, "preset" | "way">): Preset["needs"] {
  if (preset.kind === "own") return [];
  return preset.preset.needs.filter(
    ({ kind }) => kind !== "installation-medium" && (kind !== "virtio-win" || way === "iso"),
  );
}
