import type { VolumeSummary } from "@/server/storage/volume.schema";

/** What is asked before something is done with volumes. */
export type VolumeQuestion =
  | { kind: "create" }
  | { kind: "upload" }
  | { kind: "fetch" }
  | { kind: "resize" | "clone" | "delete"; volume: VolumeSummary };
