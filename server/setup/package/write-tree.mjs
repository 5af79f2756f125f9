import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packagedMark } from "../packaged.mjs";
import { projectRoot } from "../project.mjs";
import { runtimeFiles } from "./runtime-files.mjs";

/** Where packages install it. */
export const installedAt = "/usr/lib/passdeck";
/** The one file of Next's that has the folder it was built in, which is nobody's business elsewhere. */
const withFolder = ".next/required-server-files.json";

/**
 * Writes a Passdeck for production, as packages install it: `node server/setup/passdeck.mjs` in there runs it.
 * @param {string} folder is made where it is missing
 * @param {string} version what it says of itself
 */
export function writeTree(folder, version) {
  for (const file of runtimeFiles()) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    copyFileSync(join(projectRoot, file), join(folder, file));
  }
  const built = readFileSync(join(projectRoot, withFolder), "utf8");
  writeFileSync(join(folder, withFolder), built.replaceAll(projectRoot, installedAt));
  const { name, description, license, type } = readPackage();
  const facts = { name, version, description, license, type };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(facts, null, 2)}\n`);
  writeFileSync(join(folder, packagedMark), `${version}\n`);
}

/** @returns {Record<"name" | "version" | "description" | "license" | "type", string>} what package.json says */
export function readPackage() {
  return JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
}
