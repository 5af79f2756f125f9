import type { HostTree } from "../host-tree";
import { remoteTree } from "./reader/remote-tree";
import type { SshLink } from "./ssh-link";
import type { SshMaster } from "./ssh-master";

/** The files of a host that ssh leads to, read over whichever connection stands. @param name The host's, for people. */
export function sshTree(link: SshLink, name: string): HostTree {
  const trees = new WeakMap<SshMaster, HostTree>();
  const now = async (): Promise<HostTree> => {
    const master = await link.reach();
    const tree = trees.get(master) ?? remoteTree({ name, start: (script) => master.start(script) });
    trees.set(master, tree);
    return tree;
  };
  return {
    name,
    readMany: async (batch) => (await now()).readMany(batch),
    readText: async (path) => (await now()).readText(path),
    readBytes: async (path) => (await now()).readBytes(path),
    readLink: async (path) => (await now()).readLink(path),
    list: async (folder) => (await now()).list(folder),
  };
}
