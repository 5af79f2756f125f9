/** The named choices that help particular cards in a guest; what each is stands in `quirk-table.schema.ts`. */
export const quirkIds = [
  "nvidia-error-43",
  "mobile-gpu-battery",
  "intel-igd-opregion",
  "intel-igd-memory",
  "intel-igd-legacy",
  "no-hot-plug",
  "amd-reset",
] as const;
export type QuirkId = (typeof quirkIds)[number];
