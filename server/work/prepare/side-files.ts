import * as z from "zod";
import type { ChangedFile } from "../../database/boot-change.schema";
import { AppError } from "../../errors";
import type { PrepareWorld } from "./prepare-world";

/** A file that a program edits by itself. */
export const sideFileSchema = z.object({ path: z.string(), text: z.string() });
export type SideFile = z.output<typeof sideFileSchema>;

/**
 * Reads the files that a program is about to edit, and keeps their originals.
 * @param places Files, and folders with a slash at the end.
 * @throws AppError "conflict" where one can't be put back as text.
 */
export async function readSideFiles(
  { tree, configuration, originals, hostId }: PrepareWorld,
  places: readonly string[],
): Promise<SideFile[]> {
  const paths = await Promise.all(
    places.map(async (place) => (place.endsWith("/") ? await confFiles(place, tree()) : [place])),
  );
  const files: SideFile[] = [];
  for (const path of paths.flat()) {
    const kept = await configuration().read(path);
    if (kept === null) continue;
    const text = Buffer.from(kept.bytes).toString();
    if (!Buffer.from(text).equals(kept.bytes))
      throw new AppError("conflict", {
        userMessage: `/${path} is no text in UTF-8, and could not be put back.`,
      });
    originals.keep(hostId, path, kept);
    files.push({ path, text });
  }
  return files;
}

async function confFiles(folder: string, tree: ReturnType<PrepareWorld["tree"]>): Promise<string[]> {
  const names = await tree.list(folder.slice(0, -1));
  return names.filter((name) => name.endsWith(".conf")).map((name) => folder + name);
}

/** What became of them. */
export function sideChanges(before: readonly SideFile[], after: readonly SideFile[]): ChangedFile[] {
  const textIn = (files: readonly SideFile[], path: string) =>
    files.find((file) => file.path === path)?.text ?? null;
  const paths = [...new Set([...before, ...after].map(({ path }) => path))];
  return paths
    .map((path) => ({
      path,
      from: textIn(before, path),
      to: textIn(after, path),
      executable: false,
      folders: [],
    }))
    .filter(({ from, to }) => from !== to);
}
