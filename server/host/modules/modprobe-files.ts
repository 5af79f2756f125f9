import type { HostFiles } from "../host-files";

/** Where modprobe.d(5) looks, the first one wins: a file hides those of the same name in later folders. */
export const modprobeFolders = [
  "etc/modprobe.d",
  "run/modprobe.d",
  "usr/local/lib/modprobe.d",
  "usr/lib/modprobe.d",
  "lib/modprobe.d",
] as const;

/** A file of a host, with its text. */
export interface ConfigurationFile {
  /** With a leading slash, for people. */
  path: string;
  text: string;
}

/** The files that modprobe reads, in its order: by name, whatever the folder. Paths have no leading slash. */
export function modprobePaths(files: HostFiles): string[] {
  const byName = new Map<string, string>();
  for (const folder of modprobeFolders) {
    for (const name of files.names(folder)) {
      if (name.endsWith(".conf") && !byName.has(name)) byName.set(name, `${folder}/${name}`);
    }
  }
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, path]) => path);
}

/** Files of /etc/modprobe.d that somebody meant for modprobe, which passes them over as they don't end in “.conf”. */
export function passedOverPaths(files: HostFiles): string[] {
  return files
    .names(modprobeFolders[0])
    .filter((name) => !name.endsWith(".conf") && /vfio/i.test(name))
    .map((name) => `${modprobeFolders[0]}/${name}`);
}
