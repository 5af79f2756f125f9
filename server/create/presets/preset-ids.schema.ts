/** Passdeck's own presets; what each sets, and why, stands in `preset-table.schema.ts`. */
export const presetIds = [
  "linux-server",
  "linux-desktop",
  "windows-11",
  "windows-gpu",
  "desktop-gpu",
  "linux-gpu",
  "industrial-igd",
  "minimal-test",
] as const;
export type PresetId = (typeof presetIds)[number];
