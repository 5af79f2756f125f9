import { Connection } from "../../libvirt/connection";
import { ConnectionError } from "../../libvirt/errors";
import { parseLibvirtUri } from "../../libvirt/uri";
import { ConnectionPool } from "./connection-pool";
import { type Redial, watchForRedial } from "./redial";

/** A host's libvirt, and the ways to it. */
export interface HostLibvirt {
  readonly uri: string;
  /** Where calls, long work and streams get their connections. */
  readonly pool: ConnectionPool;
  /** A connection of one's own. Rejects with a ConnectionError, or with what libvirt answered. */
  dial(): Promise<Connection>;
  /** Looks out for it from now on; to be called before it is dialled. */
  watchForRedial(): Redial;
  /** Why a connection to it has just broken, where what leads to it knows more than that it did; else null. */
  whyLost(): Promise<Error | null>;
}

/** The libvirt that listens on a unix socket of the machine that Passdeck runs on. */
export function localLibvirt(uri: string): HostLibvirt {
  return libvirtBy(uri, socketsOf(uri), async () => {
    const target = parseLibvirtUri(uri);
    return Connection.open(target.dialer, target.uri);
  });
}

/** That of a host that has none, or whose can't be reached. @param why is told to whoever dials it. */
export function noLibvirt(why: string): HostLibvirt {
  return libvirtBy("", [], () => Promise.reject(new ConnectionError("unsupported", why)));
}

function libvirtBy(uri: string, sockets: readonly string[], dial: HostLibvirt["dial"]): HostLibvirt {
  return {
    uri,
    dial,
    pool: new ConnectionPool(dial),
    watchForRedial: () => watchForRedial(sockets),
    whyLost: () => Promise.resolve(null),
  };
}

/** None of a URI that leads nowhere: whoever dials it hears of that. */
function socketsOf(uri: string): string[] {
  try {
    return parseLibvirtUri(uri).socketPaths;
  } catch {
    return [];
  }
}
