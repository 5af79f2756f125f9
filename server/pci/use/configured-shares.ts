import type { Mount } from "./mounts";
import { unescaped } from "./mounts";

/** A file system that a list of the host's names, mounted or not. */
export interface ConfiguredMount {
  mount: Mount;
  /** The list: "/etc/fstab", or a unit's name. */
  list: string;
}

/** What fstab(5) and systemd.mount(5)'s units have the host mount. */
export function configuredMounts(
  fileSystems: string,
  units: readonly (readonly [name: string, text: string])[],
): ConfiguredMount[] {
  return [...fileSystems.split("\n").flatMap(ofLine), ...units.flatMap(ofUnit)];
}

function ofLine(line: string): ConfiguredMount[] {
  const [source, place, fileSystem, options = ""] = line.trim().split(/\s+/);
  if (!source || source.startsWith("#") || !place || !fileSystem) return [];
  return [mountAt({ source: unescaped(source), place: unescaped(place), fileSystem, options }, "/etc/fstab")];
}

function ofUnit([name, text]: readonly [name: string, text: string]): ConfiguredMount[] {
  const value = (key: string) => new RegExp(`^\\s*${key}\\s*=\\s*(.+?)\\s*$`, "m").exec(text)?.[1] ?? "";
  const [source, place] = [value("What"), value("Where")];
  if (!name.endsWith(".mount") || source === "" || place === "") return [];
  // mount(8) takes what looks like another host's folder for NFS.
  const fileSystem =
    value("Type") || (/^[^/]*:\//.test(source) ? "nfs" : source.startsWith("//") ? "cifs" : "");
  return [mountAt({ source, place, fileSystem, options: value("Options") }, name)];
}

function mountAt(mount: Omit<Mount, "numbers">, list: string): ConfiguredMount {
  return { mount: { numbers: "", ...mount }, list };
}
