import { spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isRoot } from "./distribution.mjs";
import { findProgram } from "./find-program.mjs";
import { SetupError } from "./project.mjs";
import { waitForSocket } from "./socket-answers.mjs";
import { adviceFor } from "./system-packages.mjs";
import { systemParts } from "./system-parts.mjs";

/** The user without rights; by number, since minimal systems lack the name. */
const nobody = 65_534;
/** Seconds without a client after which the daemon ends by itself, should this process be killed outright. */
const idleSeconds = 30;
const waitMilliseconds = 10_000;

/** Fails, and says what to install, where there is no libvirtd to play the demo's VMs. */
export function demoDaemon() {
  const daemon = findProgram("libvirtd");
  if (daemon !== null) return daemon;
  throw new SetupError(
    `The demo's VMs are played by libvirt's test driver, and there is no libvirtd.\n${adviceFor(systemParts.slice(0, 1))}`,
  );
}

/**
 * Prepares a show that touches nothing of this machine: a libvirtd of its own, without rights and with all its
 * files in a temporary folder, which offers libvirt's test driver; and a state folder beside it. Sets the server's
 * settings to these. All of it goes when this process ends.
 */
export async function startDemo() {
  const folder = mkdtempSync(join(tmpdir(), "passdeck-demo-"));
  chmodSync(folder, 0o711);
  mkdirSync(join(folder, "data"), { mode: 0o700 });
  const child = startDaemon(demoDaemon(), join(folder, "libvirt"));
  process.once("exit", () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  const socket = join(folder, "libvirt/run/libvirt/libvirt-sock");
  await daemonReady(child, socket);
  Object.assign(process.env, {
    PASSDECK_DEMO: "1",
    PASSDECK_DATA: join(folder, "data"),
    PASSDECK_LIBVIRT: `test+unix:///default?socket=${socket}`,
  });
}

/**
 * @param {string} daemon
 * @param {string} folder where all its files go
 */
function startDaemon(daemon, folder) {
  const folders = {
    home: folder,
    run: join(folder, "run"),
    config: join(folder, "config"),
    cache: join(folder, "cache"),
  };
  for (const path of Object.values(folders)) {
    mkdirSync(path, { mode: 0o700 });
    if (isRoot()) chownSync(path, nobody, nobody);
  }
  const child = spawn(daemon, [`--timeout=${idleSeconds}`], {
    cwd: "/",
    // Ctrl-C in a terminal is for the server, which still talks to this daemon while it stops.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    ...(isRoot() ? { uid: nobody, gid: nobody } : {}),
    env: {
      PATH: process.env.PATH,
      HOME: folders.home,
      XDG_RUNTIME_DIR: folders.run,
      XDG_CONFIG_HOME: folders.config,
      XDG_CACHE_HOME: folders.cache,
      XDG_DATA_HOME: folders.home,
    },
  });
  child.unref();
  return child;
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {string} socket
 */
async function daemonReady(child, socket) {
  const end = performance.now() + waitMilliseconds;
  let said = "";
  const take = (/** @type {Buffer} */ chunk) => (said += chunk);
  child.stderr?.on("data", take);
  /** @type {Error | null} */
  let failure = null;
  child.once("error", (error) => (failure = error));
  const isHopeless = () => failure !== null || child.exitCode !== null || performance.now() > end;
  if (!(await waitForSocket([socket], isHopeless))) {
    throw new SetupError(`The demo's libvirtd did not start.\n${failure ?? said}`);
  }
  // From here on it complains of what it may not reach, which is the point of it.
  child.stderr?.off("data", take).resume();
  if (child.stderr !== null) /** @type {import("node:net").Socket} */ (child.stderr).unref();
}
