import { realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { AppError } from "../../errors";

/**
 * Refuses to be root's where somebody else could change what runs: the program, Node itself, and the folders above both have to
 * be root's, and nobody else's to write.
 * @param programs Their paths.
 * @throws AppError "forbidden" that names what is not.
 */
export function refuseForeignProgram(programs: readonly string[]): void {
  for (const program of programs) {
    const real = realpathSync(program);
    for (const path of [real, ...foldersAbove(real)]) {
      const { uid, mode } = statSync(path);
      if (uid !== 0 || (mode & 0o022) !== 0) {
        throw new AppError("forbidden", {
          userMessage: `${path} is not root’s alone: whoever can change it would be root by it. Install Passdeck where only root writes.`,
        });
      }
    }
  }
}

/**
 * Refuses a program that another user could not start: one below a folder that is closed to others, such as root's home.
 * @throws AppError "conflict" that names the folder.
 */
export function refuseHiddenProgram(programs: readonly string[], user: string): void {
  for (const program of programs) {
    const real = realpathSync(program);
    const closed = foldersAbove(real).find((path) => (statSync(path).mode & 0o001) === 0);
    if (closed !== undefined || (statSync(real).mode & 0o004) === 0) {
      throw new AppError("conflict", {
        userMessage: `The user ${user} can’t reach ${real}: ${closed ?? real} is closed to others. Put Passdeck and Node where everybody may read, such as /opt/passdeck.`,
      });
    }
  }
}

/** The innermost first, the root last. */
function foldersAbove(path: string): string[] {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...foldersAbove(folder)];
}
