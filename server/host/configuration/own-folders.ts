import { lstat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "../../errors";
import { ifThere } from "../file-errors";

/**
 * Refuses to write as root where somebody else could put a link in a file's place between the look and the write: each folder
 * on the way has to be root's, and nobody else's to write. For a process that is not root it is the system's to refuse.
 * @param place Without links, and without a leading slash.
 * @throws AppError "forbidden" that names the folder.
 */
export async function refuseForeignFolders(root: string, place: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  for (let folder = dirname(place); ; folder = dirname(folder)) {
    // Root is going to make what is not there.
    const stats = await ifThere(lstat(join(root, folder)));
    const othersWrite = stats !== null && (stats.mode & 0o002) !== 0;
    const groupWrites = stats !== null && stats.gid !== 0 && (stats.mode & 0o020) !== 0;
    if (stats !== null && (stats.uid !== 0 || othersWrite || groupWrites)) throw foreign(folder);
    if (folder === ".") return;
  }
}

function foreign(folder: string): AppError {
  return new AppError("forbidden", {
    userMessage: `The folder /${folder === "." ? "" : folder} is not root’s alone: others could change what is written there. Give it to root (chown root:root, chmod go-w), an EFI partition by its mount options (umask=0077).`,
  });
}
