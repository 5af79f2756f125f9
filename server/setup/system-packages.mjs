import { ensureDebianPackages } from "./debian.mjs";
import { distributionFamily, installCommand } from "./distribution.mjs";
import { SetupError } from "./project.mjs";
import { step } from "./step.mjs";

/** @typedef {import("./system-parts.mjs").SystemPart} SystemPart */

/** @param {readonly SystemPart[]} parts */
export function missingParts(parts) {
  return parts.filter((part) => !part.isPresent());
}

/**
 * Sees to what no npm package brings: as root on Debian or Ubuntu it is installed, elsewhere the command that would
 * install it is printed, and the start goes on with what there is.
 * @param {readonly SystemPart[]} parts
 */
export async function ensureSystemParts(parts) {
  const missing = missingParts(parts);
  if (missing.length === 0) return;
  const family = distributionFamily();
  const packages = family === null ? [] : packagesFor(missing, family);
  if (family !== "debian" || process.getuid?.() !== 0) {
    console.log(adviceFor(missing));
    return;
  }
  console.log(`Installing what this machine lacks, by apt-get:\n${listOf(missing, family)}`);
  try {
    await step(`Installing ${packages.join(", ")}`, (say) => ensureDebianPackages(packages, say));
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`${error.message}\nPassdeck goes on without them.`);
  }
}

/**
 * What a person has to do about missing parts.
 * @param {readonly SystemPart[]} missing
 */
export function adviceFor(missing) {
  const family = distributionFamily();
  if (family === null)
    return `This machine lacks:\n${listOf(missing, null)}\nInstall these by its package manager.`;
  const command = installCommand(family, packagesFor(missing, family));
  return `This machine lacks:\n${listOf(missing, family)}\nThis installs them:\n\n  ${command}\n`;
}

/**
 * @param {readonly SystemPart[]} parts
 * @param {import("./distribution.mjs").Family} family
 */
function packagesFor(parts, family) {
  return [...new Set(parts.flatMap(({ packages }) => packages[family]))];
}

/**
 * @param {readonly SystemPart[]} parts
 * @param {import("./distribution.mjs").Family | null} family
 */
function listOf(parts, family) {
  const lines = parts.map(({ purpose, packages }) =>
    family === null ? `  ${purpose}` : `  ${packages[family].join(", ")}: ${purpose}`,
  );
  return lines.join("\n");
}
