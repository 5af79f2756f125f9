import type { CallerAddresses } from "../caller-addresses";
import type { SshMaster } from "./ssh-master";
import { endOfSsh } from "./ssh-run";

/** Where packages and `npm link` put programs. */
export const programPath = "PATH=$PATH:/usr/local/bin:/usr/local/sbin:/usr/sbin:/sbin";

/** What a host tells at once of the connection to it. */
export interface Surroundings {
  /** The connection's ends as the host sees them; null where sshd doesn't tell. */
  caller: CallerAddresses | null;
  /** Whether `passdeck`, and with it root's helper, is installed. */
  hasPassdeck: boolean;
}

const looks = new WeakMap<SshMaster, Promise<Surroundings>>();

/** Looks once for each connection. One that breaks off meanwhile has told nothing. */
export function lookAround(master: SshMaster): Promise<Surroundings> {
  const look = looks.get(master) ?? ask(master);
  looks.set(master, look);
  return look;
}

async function ask(master: SshMaster): Promise<Surroundings> {
  const child = master.start(`${programPath}; printf '%s\\n' "$SSH_CONNECTION"; command -v passdeck`);
  child.stdin.end();
  const { status, output } = await endOfSsh(child);
  // The client's address and port, then sshd's.
  const [remoteAddress, , localAddress] = (output.split("\n")[0] ?? "").split(" ");
  const caller = remoteAddress && localAddress ? { localAddress, remoteAddress } : null;
  return { caller, hasPassdeck: status === 0 };
}
