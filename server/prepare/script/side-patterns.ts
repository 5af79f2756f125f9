import { shellWord } from "../../units/shell-word";

/**
 * Files that a program edits by itself, as words of the shell: below the script's root, and each `.conf` file of a folder.
 * @param paths Without a leading slash; folders with one at the end.
 */
export function sidePatterns(paths: readonly string[]): string {
  return paths
    .map((path) => `"$root"${shellWord(`/${path}`)}${path.endsWith("/") ? "*.conf" : ""}`)
    .join(" ");
}
