import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Where a file that Passdeck ships stands ("server/pci/data/pci.ids.gz"), in a checkout as well as beside a built
 * bundle: the folders above this module are searched upwards.
 * @throws Error where no folder above has the file: the installation is incomplete.
 */
export function productFile(path: string): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, path);
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) throw new Error(`Passdeck's file ${path} is in no folder above ${start}`);
  }
}
