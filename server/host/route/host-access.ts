import { AppError } from "../../errors";
import type { SshCredential } from "../ssh/ssh-agent";
import { sshHost } from "../ssh/ssh-host";
import type { SshAccess } from "../ssh/ssh-master";
import type { ClientKey, TlsAccess } from "../tls/tls-access";
import { tlsHost } from "../tls/tls-host";
import type { HostKey } from "./host-key.schema";
import type { HostRoute } from "./host-route.schema";
import { fingerprintOf } from "./key-fingerprint";
import type { ReachedHost } from "./reached-host";
import { routeWords } from "./route-places.schema";

/** All that it takes to get to a host, by whichever transport. */
export type HostAccess = ({ transport: "ssh" } & SshAccess) | ({ transport: "tls" } & TlsAccess);

/** What a host is reached by, as it is kept. */
export interface HostWay {
  route: HostRoute;
  /** The accepted keys, of those who show one on the way. */
  pins: readonly HostKey[];
  credential: SshCredential | ClientKey;
}

/** @throws AppError "bad-input" for a credential of another transport's. */
export function accessOf({ route, pins, credential }: HostWay): HostAccess {
  if (route.transport === "ssh" && credential.kind !== "client-key")
    return { transport: "ssh", route, pins, credential };
  if (route.transport === "tls" && credential.kind === "client-key") {
    const [pin] = pins;
    return { transport: "tls", route, expectedKey: pin ? fingerprintOf(pin) : "none", credential };
  }
  throw new AppError("bad-input", {
    userMessage: `${routeWords(route)} is not signed in to by that: by TLS it is a client’s certificate with its key, by ssh a key, a password or Passdeck’s own.`,
  });
}

/** A host that is known by the fingerprint of its key. @param expectedKey null by TLS: any key that the authority has signed */
export function accessByFingerprint(
  { route, credential }: Pick<HostWay, "route" | "credential">,
  expectedKey: string | null,
): HostAccess {
  const access = accessOf({ route, pins: [], credential });
  if (access.transport === "tls") return { ...access, expectedKey };
  return expectedKey === null ? access : { ...access, expectedKey };
}

/**
 * Another machine as a host. Nothing is dialled before somebody asks for something of it.
 * @param uri Its libvirt, as the host itself would be asked: "qemu:///system".
 */
export function reachHost(id: string, uri: string, access: HostAccess): ReachedHost {
  return access.transport === "ssh" ? sshHost({ id, uri, ...access }) : tlsHost({ id, uri, ...access });
}
