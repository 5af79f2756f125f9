import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ensureDebianPackages } from "./debian.mjs";
import { findProgram } from "./find-program.mjs";
import { projectRoot, SetupError } from "./project.mjs";
import { tryCommand } from "./run-command.mjs";
import { step } from "./step.mjs";

const lockFile = join(projectRoot, "package-lock.json");
const stampFile = join(projectRoot, "node_modules/.passdeck-stamp");
/** What better-sqlite3 needs where no prebuilt binary can be fetched. */
const compilerPackages = ["g++", "make", "python3"];

/** Whether node_modules holds what the lock file asks for, for this Node. */
export function npmPackagesAreFresh() {
  const wanted = fingerprint();
  if (existsSync(stampFile)) return readFileSync(stampFile, "utf8") === wanted;
  if (!installedByHand()) return false;
  writeFileSync(stampFile, wanted);
  return true;
}

/** Installs the npm packages where they are missing or stale. */
export async function ensureNpmPackages() {
  if (npmPackagesAreFresh()) return;
  await step("Installing npm packages", async (say) => {
    const first = await npmInstall(say);
    if (first.status !== 0) await installWithCompiler(first.output, say);
    writeFileSync(stampFile, fingerprint());
  });
}

/**
 * Installs all packages, and runs the scripts of those that may (package.json, `allowScripts`) alone: not every npm that
 * comes with Node heeds that list by itself.
 * @param {(line: string) => void} say
 */
export async function npmInstall(say) {
  // The build needs what is for development, also where NODE_ENV=production would have npm leave it out.
  const words = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  const installed = await npm(words, say);
  return installed.status === 0 ? npm(["rebuild", ...packagesWithScripts()], say) : installed;
}

function packagesWithScripts() {
  /** @type {{ allowScripts: Record<string, boolean> }} */
  const { allowScripts } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  return Object.keys(allowScripts).filter((name) => allowScripts[name]);
}

/**
 * @param {readonly string[]} words
 * @param {(line: string) => void} say
 */
function npm(words, say) {
  return tryCommand("npm", words, {
    cwd: projectRoot,
    env: { ...process.env, ...headersOfThisNode() },
    // What npm warns of are its own settings and other people's packages.
    onLine: (line) => (line.startsWith("npm warn") ? undefined : say(line)),
  });
}

/**
 * A second attempt, once there is a compiler: the first may have failed for want of one.
 * @param {string} firstOutput
 * @param {(line: string) => void} say
 */
async function installWithCompiler(firstOutput, say) {
  if (!failedForWantOfCompiler(firstOutput)) throw npmFailure(firstOutput);
  const installed = await ensureDebianPackages(compilerPackages, say);
  if (!installed) {
    throw npmFailure(
      firstOutput,
      "The database driver found no prebuilt binary and no compiler. Install a C++ compiler, make and Python 3 " +
        "(Debian, Ubuntu: sudo apt-get install g++ make python3) and start again.",
    );
  }
  const { status, output } = await npmInstall(say);
  if (status !== 0) throw npmFailure(output);
}

/**
 * Whether it was the database driver's build that failed, on a machine that can't build anything.
 * @param {string} output
 */
function failedForWantOfCompiler(output) {
  const canBuild = ["g++", "make", "python3"].every((program) => findProgram(program) !== null);
  return !canBuild && /node_modules\/better-sqlite3/.test(output);
}

/**
 * @param {string} output npm's
 * @param {string} [advice]
 */
function npmFailure(output, advice = "npm could not install the packages.") {
  return new SetupError(`${output.trimEnd()}\n\n${advice}`);
}

/**
 * Node's headers where they were installed beside it, so that a build of the database driver need not fetch them.
 * @returns {NodeJS.ProcessEnv}
 */
function headersOfThisNode() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, "include/node/node.h")) ? { npm_config_nodedir: prefix } : {};
}

/** The lock file and the Node that native modules are built for. */
function fingerprint() {
  const { modules } = process.versions;
  return createHash("sha256")
    .update(readFileSync(lockFile))
    .update(`\0${modules}\0${process.platform}\0${process.arch}`)
    .digest("hex");
}

/**
 * Whether somebody ran npm in the checkout before us, with the same outcome: npm's own record of what it installed
 * agrees with the lock file, and the native module loads in this Node.
 */
function installedByHand() {
  const record = join(projectRoot, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = packagesIn(lockFile);
  const present = packagesIn(record);
  const complete = Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional || present[path]?.version === entry.version,
  );
  return complete && nativeModuleLoads();
}

/**
 * @param {string} file a lock file of npm's, version 3
 * @returns {Record<string, { version?: string, optional?: boolean }>} by path below the root
 */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

function nativeModuleLoads() {
  try {
    const Database = createRequire(import.meta.url)("better-sqlite3");
    new Database(":memory:").close();
    return true;
  } catch {
    return false;
  }
}
