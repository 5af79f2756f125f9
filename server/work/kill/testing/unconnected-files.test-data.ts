import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { able } from "../../../host/ability";
import { folderTree } from "../../../host/folder-tree";
import type { Host } from "../../../host/host";

/** Of a host's files those that tell of its own networks, which it has none of. */
export interface UnconnectedFiles {
  files: Host["files"];
  remove(): Promise<void>;
}

export async function unconnectedFiles(): Promise<UnconnectedFiles> {
  const folder = await mkdtemp(join(tmpdir(), "kill-host-"));
  await mkdir(join(folder, "proc/net"), { recursive: true });
  return { files: able(folderTree(folder)), remove: () => rm(folder, { recursive: true, force: true }) };
}
