import { lstat, readlink } from "node:fs/promises";
import { join, posix } from "node:path";
import { AppError } from "../../errors";
import { errorCode } from "../file-errors";

/** As many links as the kernel follows in one path before it gives up (path_resolution(7)). */
const mostLinks = 40;

/**
 * Where a path leads, every link on the way followed, also the last one, and whether anything is there or not. The root is
 * to its links what `/` is to a process after chroot(2).
 * @returns a path without a leading slash.
 * @throws AppError "conflict" where its links run in circles.
 */
export async function realPlace(root: string, path: string): Promise<string> {
  let place = "";
  let links = 0;
  const left = path.split("/");
  for (let part = left.shift(); part !== undefined; part = left.shift()) {
    const next = posix.join("/", place, part).slice(1);
    const target = next === place ? null : await linkAt(join(root, next));
    if (target === null) {
      place = next;
      continue;
    }
    links += 1;
    if (links > mostLinks)
      throw new AppError("conflict", { userMessage: `The links of /${path} run in circles.` });
    if (target.startsWith("/")) place = "";
    left.unshift(...target.split("/"));
  }
  return place;
}

/** null where no link stands. */
async function linkAt(absolute: string): Promise<string | null> {
  try {
    return (await lstat(absolute)).isSymbolicLink() ? await readlink(absolute) : null;
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return null;
    throw error;
  }
}
