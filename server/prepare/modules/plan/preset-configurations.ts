import { readListFile } from "../shell-lists/list-file";

/** Configurations that a preset of mkinitcpio's hands to it (-c), by their paths: it reads no drop-ins then. */
export function presetConfigurations(preset: string): string[] {
  const paths = readListFile(preset)
    .assignments.filter(({ name }) => name.endsWith("_config"))
    .flatMap(({ items }) => items[0]?.text ?? []);
  return [...new Set(paths.map((path) => path.replace(/^\/+/, "")))];
}
