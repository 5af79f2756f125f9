import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project.mjs";

const stampFile = join(projectRoot, "build/stamp");
/** Next's own name for what lies in .next; somebody may have built or removed that by hand. */
const pagesFile = join(projectRoot, ".next/BUILD_ID");
export const sourceFolders = ["app", "components", "public", "server"];
export const sourceFiles = [
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

/** Whether the last build was finished and made of these very sources. */
export function buildIsFresh() {
  try {
    return readFileSync(stampFile, "utf8") === stampFor(sourcesFingerprint());
  } catch {
    return false;
  }
}

/** Before a build: whatever interrupts it, nothing will look finished. */
export function removeBuildStamp() {
  rmSync(stampFile, { force: true });
}

/** @param {string} fingerprint of the sources, taken before the build: what was changed meanwhile counts as newer */
export function writeBuildStamp(fingerprint) {
  writeFileSync(stampFile, stampFor(fingerprint));
}

/** @param {string} fingerprint */
function stampFor(fingerprint) {
  return `${fingerprint} ${readFileSync(pagesFile, "utf8")}`;
}

/** SHA-256 of all that goes into a build, names and contents. */
export function sourcesFingerprint() {
  const hash = createHash("sha256").update(`${process.version}\0`);
  const files = [...sourceFiles, ...sourceFolders.flatMap((folder) => filesBelow(folder))];
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(projectRoot, file)))
      .update("\0");
  return hash.digest("hex");
}

/**
 * @param {string} folder
 * @returns {string[]} paths from the project's root, in an order that is always the same
 */
function filesBelow(folder) {
  return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && goesIn(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length + 1))
    .sort();
}

/** @param {string} name */
function goesIn(name) {
  return !/\.test\.tsx?$/.test(name) && !name.startsWith(".");
}
