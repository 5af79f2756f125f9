import { stat } from "node:fs/promises";
import { AppError } from "../errors";
import { unpackTree, withTemporaryFolder } from "./archive";
import { errorCode } from "./file-errors";
import { folderTree } from "./folder-tree";
import type { HostTree } from "./host-tree";

/**
 * Works with the host that a path stands for: `/` for this machine, a captured folder, or a capture's `.tar.gz`,
 * which is unpacked for as long as the work lasts.
 * @throws AppError "not-found" where nothing stands at the path, "bad-input" where it is no host.
 */
export async function withHost<Value>(
  path: string,
  work: (tree: HostTree) => Promise<Value>,
): Promise<Value> {
  if (await isFolder(path)) return work(await checkedTree(path, path));
  return withTemporaryFolder(async (folder) => {
    await unpackTree(path, folder);
    return work(await checkedTree(folder, path));
  });
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (errorCode(error) !== "ENOENT" && errorCode(error) !== "ENOTDIR") throw error;
    throw new AppError("not-found", { userMessage: `There is no file or folder ${path}.`, cause: error });
  }
}

async function checkedTree(folder: string, path: string): Promise<HostTree> {
  const tree = folderTree(folder);
  if ((await tree.list("sys")).length > 0) return tree;
  throw new AppError("bad-input", {
    userMessage: `${path} is no host: it has no sys folder. Name a host's root or what \`passdeck capture\` wrote.`,
  });
}
