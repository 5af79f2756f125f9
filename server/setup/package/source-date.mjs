import { statSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../project.mjs";
import { tryCommand } from "../run-command.mjs";

/**
 * When the sources were changed last, which is when all files of a package say they were: packages of one build are the
 * same to the byte, whenever they are made (reproducible-builds.org's SOURCE_DATE_EPOCH).
 * @returns {Promise<number>} Unix seconds
 */
export async function sourceDate() {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given !== undefined && /^\d+$/.test(given)) return Number(given);
  const { status, output } = await tryCommand("git", ["log", "-1", "--format=%ct"], {
    cwd: projectRoot,
  }).catch(() => ({ status: 1, output: "" }));
  if (status === 0) return Number(output);
  return Math.floor(statSync(join(projectRoot, "package-lock.json")).mtimeMs / 1000);
}
