import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../project.mjs";
import { lockedPackages } from "./installed-packages.mjs";

/**
 * The licences of all npm packages that a Passdeck in production holds, those within its bundles as well.
 * @returns {string} a text of one part for each package
 */
export function licencesOfPackages() {
  const parts = Object.entries(lockedPackages())
    .filter(([folder, { dev }]) => folder !== "" && !dev)
    .flatMap(([folder, { version, license }]) => {
      const texts = licenceTexts(join(projectRoot, folder));
      const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
      return texts === null
        ? []
        : [[`${name} ${version} (${license ?? "see below"})`, ...texts].join("\n\n")];
    });
  return parts.join(`\n\n${"-".repeat(72)}\n\n`);
}

/**
 * @param {string} folder
 * @returns {string[] | null} null where the package is not installed, as it is for another kind of machine
 */
function licenceTexts(folder) {
  try {
    return readdirSync(folder)
      .filter((name) => /^(licen[cs]e|notice|copying)/i.test(name))
      .sort()
      .map((name) => readFileSync(join(folder, name), "utf8").trim());
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return null;
    throw error;
  }
}
