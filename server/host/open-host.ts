import { stat } from "node:fs/promises";
import { AppError } from "../errors";
import { need } from "./ability";
import { unpackTree, withTemporaryFolder } from "./archive";
import { capturedHost } from "./captured-host";
import { errorCode } from "./file-errors";
import type { Host } from "./host";
import type { HostTree } from "./host-tree";
import { localHost } from "./local-host";

/** The folder by which a host's root is known: its devices, or at least its configuration. */
type HostSign = "sys" | "etc";

/**
 * Works with the host that a path stands for: `/` for this machine, a captured folder, or a capture's `.tar.gz`,
 * which is unpacked for as long as the work lasts. Its libvirt is not asked.
 * @throws AppError "not-found" where nothing stands at the path, "bad-input" where it is no host.
 */
export async function withHost<Value>(
  path: string,
  work: (host: Host) => Promise<Value>,
  sign: HostSign = "sys",
): Promise<Value> {
  if (path === "/") return work(localHost({ id: "local", libvirtUri: null, qemuFolder: null }));
  if (await isFolder(path)) return work(await checked(capturedHost("captured", path), path, sign));
  return withTemporaryFolder(async (folder) => {
    await unpackTree(path, folder);
    return work(await checked(capturedHost("captured", folder, path), path, sign));
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

async function checked(host: Host, path: string, sign: HostSign): Promise<Host> {
  if ((await need(host.files).list(sign)).length > 0) return host;
  throw new AppError("bad-input", {
    userMessage: `${path} is no host: it has no ${sign} folder. Name a host's root or what \`passdeck capture\` wrote.`,
  });
}

/** As {@link withHost}, for work that only reads its files. */
export function withHostTree<Value>(path: string, work: (tree: HostTree) => Promise<Value>): Promise<Value> {
  return withHost(path, ({ files }) => work(need(files)));
}
