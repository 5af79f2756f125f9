import { HostRouteError, type RouteTrouble } from "../host/route/host-route-error";
import { ConnectionError, LibvirtError } from "../libvirt/errors";
import type { HostProblem } from "./schema";

/** Passdeck leans on calls of libvirt 7.0 (January 2021); in libvirt's numbering 1,000,000 × major + 1,000 × minor. */
const oldestVersion = 7_000_000;

/** Thrown while connecting to a host whose libvirt is older than Passdeck can use. */
class TooOldError extends Error {
  constructor(readonly version: string) {
    super(`libvirt ${version} is older than 7.0`);
  }
}

/** libvirt's version number as people write it: 9000000 → "9.0.0". */
export function formatVersion(version: number): string {
  return `${Math.floor(version / 1_000_000)}.${Math.floor(version / 1000) % 1000}.${version % 1000}`;
}

export function refuseTooOld(version: number): void {
  if (version < oldestVersion) throw new TooOldError(formatVersion(version));
}

/** What a failed or broken connection to `uri` means, and what to do about it. */
export function connectProblem(error: unknown, uri: string): HostProblem {
  if (error instanceof TooOldError) {
    return {
      code: "too-old",
      message: `libvirt ${error.version} on this host is too old: Passdeck needs 7.0 or newer.`,
      fix: "Upgrade the host's libvirt, or its distribution.",
    };
  }
  if (error instanceof HostRouteError)
    return { code: routeCodes[error.trouble], message: error.message, fix: error.fix };
  if (error instanceof ConnectionError) return dialProblem(error, uri);
  if (error instanceof LibvirtError) {
    return {
      code: "wrong-uri",
      message: `libvirt answered, but does not open “${uri}”: ${error.message}`,
      fix: "Set PASSDECK_LIBVIRT to a URI that “virsh -c URI list” accepts, such as qemu:///system, and start Passdeck again.",
    };
  }
  return {
    code: "refused",
    message: `Connecting to “${uri}” failed: ${error instanceof Error ? error.message : String(error)}`,
    fix: "Passdeck's log has the details.",
  };
}

const routeCodes: Readonly<Record<RouteTrouble, HostProblem["code"]>> = {
  "no-name": "unreachable",
  unreachable: "unreachable",
  certificate: "certificate",
  "key-unknown": "host-key",
  "key-changed": "host-key",
  "sign-in": "sign-in",
  denied: "no-permission",
  refused: "no-libvirt",
  ended: "connection-lost",
};

function dialProblem(error: ConnectionError, uri: string): HostProblem {
  switch (error.kind) {
    case "not-found":
    case "refused":
      return {
        code: "no-libvirt",
        message: `No libvirt answers for “${uri}”: ${error.message}`,
        fix: "Start it: “systemctl start libvirtd”, or “systemctl start virtqemud.socket” where the modular daemons are used. Where libvirt is not installed, “npm start” as root installs it on Debian and Ubuntu.",
      };
    case "permission":
      return {
        code: "no-permission",
        message: `Passdeck may not use libvirt's socket: ${error.message}`,
        fix: "Add the user that runs Passdeck to the group “libvirt” (usermod -aG libvirt USER), sign in anew and start Passdeck again; or run it as root.",
      };
    case "unsupported":
      return {
        code: "wrong-uri",
        message: error.message,
        fix: "Set PASSDECK_LIBVIRT to a URI such as qemu:///system, and start Passdeck again.",
      };
    default:
      return {
        code: "connection-lost",
        message: `The connection to libvirt was lost: ${error.message}`,
        fix: "Passdeck keeps trying. If it stays away, look at “systemctl status libvirtd” on the host.",
      };
  }
}
