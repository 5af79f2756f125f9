import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packagesApart } from "../program-options.mjs";
import { projectRoot } from "../project.mjs";

/**
 * @typedef {object} LockEntry what package-lock.json says of a package, as far as we read it
 * @property {string} [version]
 * @property {string} [license]
 * @property {boolean} [dev]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {Record<string, { optional?: boolean }>} [peerDependenciesMeta]
 */

/** What is asked for while packages are installed and pages are built, and by Next's server of images, which no page has. */
const notAtRunTime = [
  /^prebuild-install$/,
  /^(baseline-browser-mapping|caniuse-lite|postcss|sharp)$/,
  /^@next\/swc-/,
  /^@img\//,
];

/** @returns {Record<string, LockEntry>} by path from the project's root */
export function lockedPackages() {
  return JSON.parse(readFileSync(join(projectRoot, "package-lock.json"), "utf8")).packages;
}

/**
 * The packages that the built program reads: those beside the bundle, and what these depend on.
 * @returns {string[]} folders from the project's root, "node_modules/pino", sorted
 */
export function runtimePackages() {
  const locked = lockedPackages();
  /** @type {Set<string>} */
  const found = new Set();
  const waiting = packagesApart.map((name) => resolved(locked, "", name));
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    // What is optional is not there on every kind of machine.
    if (folder === null || found.has(folder) || !existsSync(join(projectRoot, folder))) continue;
    found.add(folder);
    for (const name of namesNeeded(locked[folder] ?? {})) waiting.push(resolved(locked, folder, name));
  }
  return [...found].sort();
}

/** @param {LockEntry} entry */
function namesNeeded({ dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta }) {
  const peers = Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta?.[name]?.optional);
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers].filter(
    (name) => !notAtRunTime.some((pattern) => pattern.test(name)),
  );
}

/**
 * Where Node finds a package: in the nearest node_modules above who asks.
 * @param {Record<string, LockEntry>} locked
 * @param {string} from the folder of who asks; "" for the project itself
 * @param {string} name
 * @returns {string | null}
 */
function resolved(locked, from, name) {
  const folder = `${from === "" ? "" : `${from}/`}node_modules/${name}`;
  if (folder in locked) return folder;
  if (from === "") return null;
  const above = from.lastIndexOf("/node_modules/");
  return resolved(locked, above === -1 ? "" : from.slice(0, above), name);
}
