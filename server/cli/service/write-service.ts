import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "../../errors";
import type { ServiceFile } from "./service-files";

/**
 * Writes the service's files, each whole.
 * @param root `/`, or a folder in its place.
 * @param mark Stands in each of them, and in those that they may take the place of.
 * @throws AppError "conflict" where a file of that name is not Passdeck's: nothing is written then.
 */
export function writeService(root: string, files: readonly ServiceFile[], mark: string): void {
  for (const { path } of files) {
    const text = textAt(join(root, path));
    if (text !== null && !text.includes(mark))
      throw new AppError("conflict", {
        userMessage: `/${path} is there already, and not by \`passdeck install\`. Move it away first.`,
      });
  }
  for (const { path, text } of files) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
    writeFileSync(`${file}.passdeck-new`, text, { mode: 0o644 });
    renameSync(`${file}.passdeck-new`, file);
  }
}

/** Takes the service's files away: those with the mark. @returns their paths. */
export function removeService(root: string, files: readonly ServiceFile[], mark: string): string[] {
  const own = files.filter(({ path }) => textAt(join(root, path))?.includes(mark));
  for (const { path } of own) rmSync(join(root, path));
  return own.map(({ path }) => path);
}

function textAt(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
