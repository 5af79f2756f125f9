import { distributionFamily, isRoot } from "./distribution.mjs";
import { runCommand } from "./run-command.mjs";

/** A fresh machine's own updates hold the package manager's lock for some minutes. */
const patience = ["-o", "DPkg::Lock::Timeout=600"];

/**
 * Installs packages where this is Debian or Ubuntu and we are root. Lists are updated first: an old list names
 * files that the archive has no more.
 * @param {readonly string[]} packages
 * @param {(line: string) => void} say
 * @returns {Promise<boolean>} false where it is not ours to do
 */
export async function ensureDebianPackages(packages, say) {
  if (!isRoot() || distributionFamily() !== "debian") return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runCommand("apt-get", ["update"], { env, onLine: say });
  await runCommand("apt-get", [...patience, "install", "-y", "--no-install-recommends", ...packages], {
    env,
    onLine: say,
  });
  return true;
}
