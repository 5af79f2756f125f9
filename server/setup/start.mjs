import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { buildIsFresh } from "./build-stamp.mjs";
import { demoDaemon, startDemo } from "./demo.mjs";
import { ensureLibvirtDaemon } from "./libvirt-daemon.mjs";
import { withSetupLock } from "./lock.mjs";
import { checkNodeVersion } from "./node-version.mjs";
import { ensureNpmPackages, npmPackagesAreFresh } from "./npm-packages.mjs";
import { runScript, SetupError } from "./project.mjs";
import { ensureSystemParts, missingParts } from "./system-packages.mjs";
import { systemParts } from "./system-parts.mjs";

const usage = `npm start [-- --demo]

Sets up what is missing, builds when the sources have changed, and serves Passdeck.
  --demo   a show with made-up VMs and a captured host; this machine is neither read nor changed
Settings are environment variables, see README.md.`;

/** @returns {{ demo: boolean, help: boolean }} */
function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        demo: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    return values;
  } catch (error) {
    throw new SetupError(`${/** @type {Error} */ (error).message}\n\n${usage}`);
  }
}

async function main() {
  const { demo, help } = readArguments();
  if (help) return console.log(usage);
  checkNodeVersion();
  if (demo) demoDaemon();
  else if (missingParts(systemParts).length > 0) await withSetupLock(() => ensureSystemParts(systemParts));
  if (!npmPackagesAreFresh() || !buildIsFresh()) await withSetupLock(installAndBuild);
  await (demo ? startDemo() : startLibvirt());
  await serve();
}

/** Asks again, now alone: whoever held the lock before may have done it all. */
async function installAndBuild() {
  await ensureNpmPackages();
  if (!buildIsFresh()) await build();
}

async function startLibvirt() {
  const { loadSettings, SettingsError } = await import(built("settings"));
  try {
    await ensureLibvirtDaemon(loadSettings().libvirtUri);
  } catch (error) {
    // The server names bad settings itself, all at once.
    if (!(error instanceof SettingsError)) throw error;
  }
}

/** The server runs in this process: signals reach it, and its exit status is ours. */
async function serve() {
  process.env.NODE_ENV = "production";
  process.setSourceMapsEnabled(true);
  await import(built("main"));
}

/** @param {string} name */
function built(name) {
  return new URL(`../../build/${name}.mjs`, import.meta.url).href;
}

await runScript(main);
