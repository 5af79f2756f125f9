import { HostRouteError } from "../route/host-route-error";
import { wordsAsCode } from "./shell-code";
import { hopWords } from "./ssh-hops.schema";
import type { SshMaster } from "./ssh-master";
import { endOfSsh } from "./ssh-run";
import { sshEnded } from "./ssh-trouble";

/**
 * The first of these sockets that is there and that the user may use.
 * @throws HostRouteError that tells a libvirt that isn't there from one that the user may not use
 */
export async function findLibvirt(master: SshMaster, sockets: readonly string[]): Promise<string> {
  const child = master.start(`for socket in ${wordsAsCode(sockets)}; do ${look}; done; id -un`);
  child.stdin.end();
  const { status, output, errors } = await endOfSsh(child);
  if (status !== 0) throw sshEnded(master.route, errors);
  const [user = "", ...found] = output.trim().split("\n").reverse();
  const host = hopWords(master.route.target);
  const usable = found.find((line) => line.startsWith("yes "));
  if (usable !== undefined) return usable.slice("yes ".length);
  const denied = found.find((line) => line.startsWith("no "))?.slice("no ".length);
  if (denied === undefined) {
    throw new HostRouteError(
      "refused",
      `No libvirt listens on ${host}: there is no ${sockets.join(" and no ")}.`,
      "Install libvirt there (libvirt-daemon-system on Debian and Ubuntu) and start it: “systemctl start libvirtd”, or “systemctl start virtqemud.socket” where the modular daemons are used.",
    );
  }
  throw new HostRouteError(
    "denied",
    `The user ${user} may not use libvirt’s socket ${denied} on ${host}.`,
    `Add the user to the group “libvirt” on the host: “usermod -aG libvirt ${user}”.`,
  );
}

const look =
  'if [ -w "$socket" ]; then echo "yes $socket"; elif [ -S "$socket" ]; then echo "no $socket"; fi';
