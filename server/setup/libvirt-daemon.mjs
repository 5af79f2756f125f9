import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { isRoot } from "./distribution.mjs";
import { findProgram } from "./find-program.mjs";
import { SetupError } from "./project.mjs";
import { runCommand, tryCommand } from "./run-command.mjs";
import { socketAnswers, waitForSocket } from "./socket-answers.mjs";
import { step } from "./step.mjs";

const systemSockets = ["/run/libvirt/libvirt-sock", "/run/libvirt/virtqemud-sock"];
const systemFolders = ["/run/libvirt", "/var/lib/libvirt", "/var/cache/libvirt", "/var/log/libvirt"];
const waitMilliseconds = 30_000;

/**
 * Starts this machine's libvirtd where nothing answers on its socket. Any URI but the plain local ones is somebody
 * else's business. What fails here is said, and the start goes on: the pages tell what is wrong and what to do.
 * @param {string} uri
 */
export async function ensureLibvirtDaemon(uri) {
  const { protocol, search, pathname } = new URL(uri);
  if (protocol !== "qemu:" || search !== "" || new URL(uri).host !== "") return;
  try {
    if (pathname === "/system") await ensureSystemDaemon();
    else if (pathname === "/session" && !isRoot()) await ensureSessionDaemon();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
  }
}

async function ensureSystemDaemon() {
  const answers = await Promise.all(systemSockets.map(socketAnswers));
  if (answers.some((answer) => answer !== "no")) return;
  if (findProgram("libvirtd") === null && findProgram("virtqemud") === null) return;
  if (!isRoot()) {
    console.log("libvirtd is not running. This starts it:\n\n  sudo systemctl start libvirtd\n");
    return;
  }
  await step("Starting libvirtd", async () => {
    if (existsSync("/run/systemd/system")) await startBySystemd();
    else await startDirectly();
    await waitFor(systemSockets);
  });
}

/** Old and new distributions name the unit differently: one daemon for all, or one a driver. */
async function startBySystemd() {
  for (const unit of ["libvirtd.service", "virtqemud.socket"]) {
    const { status } = await tryCommand("systemctl", ["cat", unit]);
    if (status === 0) return runCommand("systemctl", ["start", unit]);
  }
  throw new SetupError(
    "systemd knows no unit libvirtd.service or virtqemud.socket; libvirt's installation is incomplete.",
  );
}

/** Without systemd (in a container, say): QEMU's logger and the daemon, each of which goes to the background. */
async function startDirectly() {
  for (const folder of systemFolders) mkdirSync(folder, { recursive: true });
  const logger = findProgram("virtlogd");
  if (logger !== null && (await socketAnswers("/run/libvirt/virtlogd-sock")) === "no")
    await runCommand(logger, ["-d"]);
  await runCommand(findProgram("libvirtd") ?? findProgram("virtqemud") ?? "libvirtd", ["-d"]);
}

/** A user's own daemon, as libvirt's library starts it for who has none: it ends when nobody has used it for long. */
async function ensureSessionDaemon() {
  const folder = join(process.env.XDG_RUNTIME_DIR ?? join(process.env.HOME ?? "/", ".cache"), "libvirt");
  const sockets = [join(folder, "libvirt-sock"), join(folder, "virtqemud-sock")];
  const answers = await Promise.all(sockets.map(socketAnswers));
  const daemon = findProgram("libvirtd") ?? findProgram("virtqemud");
  if (answers.includes("yes") || daemon === null) return;
  await step("Starting your own libvirtd", async () => {
    spawn(daemon, ["--timeout=120"], { detached: true, stdio: "ignore" }).unref();
    await waitFor(sockets);
  });
}

/** @param {readonly string[]} sockets */
async function waitFor(sockets) {
  const end = performance.now() + waitMilliseconds;
  if (await waitForSocket(sockets, () => performance.now() > end)) return;
  throw new SetupError(
    `libvirtd was started, but nothing answers on ${sockets[0]}. Its log says why: /var/log/libvirt.`,
  );
}
