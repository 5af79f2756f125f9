import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { folderTree } from "../../folder-tree";
import type { HostTree } from "../../host-tree";
export function remoteTree(_options: {
  name: string;
  start: (script: string) => Promise<ChildProcessWithoutNullStreams>;
}): HostTree & { close(): void } {
  return Object.assign(folderTree("/"), { close() {} });
}
