import type { HostTree } from "./host-tree";

/** A tree that reads everything in batches, also what is asked for alone. @param name Names the host in messages. */
export function batchTree(name: string, readMany: HostTree["readMany"]): HostTree {
  return {
    name,
    readMany,
    readText: async (path) => (await readMany({ texts: [path] })).text(path),
    readBytes: async (path) => (await readMany({ bytes: [path] })).bytes(path),
    readLink: async (path) => (await readMany({ links: [path] })).link(path),
    list: async (folder) => (await readMany({ folders: [folder] })).names(folder),
  };
}
