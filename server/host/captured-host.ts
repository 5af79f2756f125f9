import { able, unable } from "./ability";
import { absentHost } from "./absent-host";
import { folderTree } from "./folder-tree";
import type { Host } from "./host";

/** A host of which only files were captured: it can be looked at, and nothing else. @param place For messages. */
export function capturedHost(id: string, folder: string, place = folder): Host {
  const why = `${place} is a record of a host's files: nothing can be done on it.`;
  return { ...absentHost(id, why), files: able(folderTree(folder)) };
}

/**
 * A host whose files are a record in a folder, while all that concerns its VMs is another one's: its hardware is only
 * looked at, so that nothing is done to the other's devices in its name.
 * @param why Nothing can be changed on the recorded hardware, for people.
 */
export function withRecordedFiles(host: Host, folder: string, why: string): Host {
  return {
    ...host,
    files: able(folderTree(folder)),
    writer: unable(why),
    configuration: unable(why),
    guard: unable(why),
    tools: unable(why),
    unchangeable: why,
  };
}
