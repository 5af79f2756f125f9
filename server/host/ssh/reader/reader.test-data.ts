import { execFileSync, spawn } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "../../tree.test-data";
import { type RemoteTreeOptions, remoteTree, type StartScript } from "./remote-tree";

/** Every reader, and the shells in which the last of them runs. */
export const readers = ["perl", "python3", "dash", "bash", "busybox"] as const;
export type ReaderName = (typeof readers)[number];

/** Nobody in particular, where the tests run as root. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

const shellsPrograms = ["cat", "od", "readlink", "stat"];

/** Starts the script where this reader alone is to be found. */
export function startOf(reader: ReaderName, as: { uid?: number; gid?: number } = {}): StartScript {
  const PATH = programs(reader);
  const shell = reader === "perl" || reader === "python3" ? "dash" : reader;
  const words = shell === "busybox" ? ["sh", "-c"] : ["-c"];
  return (script) =>
    spawn(join(PATH, shell), [...words, script], { env: { NODE_ENV: "test", PATH }, stdio: "pipe", ...as });
}

export function startAsNobody(reader: ReaderName): StartScript {
  return startOf(reader, nobody);
}

/** A host of which only its name differs from this machine. */
export function treeBy(start: StartScript, options: Partial<RemoteTreeOptions> = {}) {
  const tree = remoteTree({ name: "host-b", start, ...options });
  onTestFinished(() => tree.close());
  return tree;
}

/** A folder with the programs that a host with this reader has; of busybox, its own. */
function programs(reader: ReaderName): string {
  const folder = temporaryFolder();
  execFileSync("chmod", ["755", folder]);
  if (reader === "perl" || reader === "python3") {
    symlinkSync(`/usr/bin/${reader}`, join(folder, reader));
    symlinkSync("/usr/bin/dash", join(folder, "dash"));
    return folder;
  }
  const isBusybox = reader === "busybox";
  const found = execFileSync("which", [reader], { encoding: "utf8" }).trim();
  symlinkSync(found, join(folder, reader));
  for (const program of shellsPrograms) {
    symlinkSync(isBusybox ? found : `/usr/bin/${program}`, join(folder, program));
  }
  return folder;
}
