import { Duplex } from "node:stream";
import { Connection } from "../../libvirt/connection";
import type { Dialer } from "../../libvirt/dial/dialer";
import { unixDialer } from "../../libvirt/dial/unix";
import { ConnectionError } from "../../libvirt/errors";
import { ConnectionPool } from "../libvirt/connection-pool";
import type { HostLibvirt } from "../libvirt/host-libvirt";
import { watchForRedial } from "../libvirt/redial";
import { parseFarUri } from "../route/far-uri";
import { findLibvirt } from "./find-libvirt";
import { lookAround } from "./look-around";
import { wordsAsCode } from "./shell-code";
import type { SshLink } from "./ssh-link";
import type { SshMaster } from "./ssh-master";

/** Ways to a host's libvirt over a connection, the best first. */
interface Ways {
  dialers: Dialer[];
}

/**
 * The libvirt of a host that ssh leads to: by a forwarded socket, which costs as much as a local one, else by a program there
 * that passes bytes on.
 * @param uri As the host itself would be asked: "qemu:///system".
 */
export function sshLibvirt(link: SshLink, uri: string): HostLibvirt {
  const known = new WeakMap<SshMaster, Promise<Ways>>();
  const dial = async () => {
    const { socketPaths, uri: driverUri } = parseFarUri(uri);
    const master = await link.master();
    const ways = known.get(master) ?? waysTo(master, socketPaths, driverUri);
    known.set(master, ways);
    ways.catch(() => known.delete(master));
    return openFirst(await ways, driverUri);
  };
  return {
    uri,
    dial,
    pool: new ConnectionPool(dial),
    watchForRedial: () => watchForRedial([]),
    whyLost: () => link.whyEnded(),
  };
}

async function waysTo(master: SshMaster, sockets: readonly string[], uri: string): Promise<Ways> {
  // Whoever hears of the connection finds out what the host can do for Passdeck.
  await lookAround(master);
  const there = await findLibvirt(master, sockets);
  return { dialers: [forwarded(master, there), passedOn(master, there, uri)] };
}

function forwarded(master: SshMaster, there: string): Dialer {
  let here: Promise<string> | null = null;
  return {
    description: `${there} over ssh`,
    async dial(signal) {
      here ??= master.forward(there);
      return unixDialer(await here).dial(signal);
    },
  };
}

/**
 * By netcat where it knows unix sockets, which ends with its input as libvirt's own client has it (`-q0`), else by the program
 * that ships with libvirt (https://libvirt.org/uri.html#ssh-transport) and knows the usual sockets only.
 */
function passedOn(master: SshMaster, there: string, uri: string): Dialer {
  const code = [
    'if nc -h 2>&1 | grep -q -e "-U"; then',
    'if nc -q 2>&1 | grep -q "requires an argument"; then quit=-q0; fi;',
    `exec nc $quit -U ${wordsAsCode([there])};`,
    `else exec virt-ssh-helper ${wordsAsCode([uri])}; fi`,
  ].join(" ");
  return {
    description: `${there} by a program over ssh`,
    async dial() {
      const child = master.start(code);
      child.stderr.resume();
      child.stdin.on("error", () => undefined);
      const stream = Duplex.from({ readable: child.stdout, writable: child.stdin });
      return stream.on("close", () => child.kill());
    },
  };
}

/** Where sshd forwards no sockets, the connection ends without a word; the way that worked is taken first from then on. */
async function openFirst(ways: Ways, uri: string): Promise<Connection> {
  let failure: unknown;
  for (const dialer of [...ways.dialers]) {
    try {
      const connection = await Connection.open(dialer, uri);
      ways.dialers = [dialer, ...ways.dialers.filter((other) => other !== dialer)];
      return connection;
    } catch (error) {
      if (!(error instanceof ConnectionError) || error.kind !== "closed") throw error;
      failure ??= error;
    }
  }
  throw failure;
}
