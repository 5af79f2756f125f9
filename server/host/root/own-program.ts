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
    for (let path = realpathSync(program); ; path = dirname(path)) {
      const { uid, mode } = statSync(path);
      if (uid !== 0 || (mode & 0o022) !== 0) {
        throw new AppError("forbidden", {
          userMessage: `${path} is not root’s alone: whoever can change it would be root by it. Install Passdeck where only root writes.`,
        });
      }
      if (path === dirname(path)) break;
    }
  }
}
