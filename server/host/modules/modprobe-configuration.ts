import type { ConfigurationFile } from "./modprobe-files";

/** A line of modprobe's configuration: "options", "softdep", "blacklist", "install" … */
export interface ModprobeLine {
  /** The file that has it. */
  path: string;
  command: string;
  /** The module's name as the kernel has it, with underscores. */
  module: string;
  /** What stands behind the module's name. */
  rest: string;
}

/**
 * The lines of modprobe's configuration, in its order (modprobe.d(5)): a backslash continues a line, a comment is a line
 * of its own.
 */
export function modprobeLines(files: readonly ConfigurationFile[]): ModprobeLine[] {
  return files.flatMap(({ path, text }) =>
    text
      .replace(/\\\r?\n/g, " ")
      .split("\n")
      .flatMap((line) => lineOf(path, line.trim()) ?? []),
  );
}

function lineOf(path: string, line: string): ModprobeLine | null {
  if (line === "" || line.startsWith("#")) return null;
  const [command = "", module = "", ...rest] = line.split(/\s+/);
  return { path, command, module: moduleName(module), rest: rest.join(" ") };
}

/** A module's name as the kernel has it: dashes and underscores are the same. */
export function moduleName(name: string): string {
  return name.replaceAll("-", "_");
}
