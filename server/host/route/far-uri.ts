import { ConnectionError } from "../../libvirt/errors";
import { isSession, type LibvirtTarget, parseLibvirtUri } from "../../libvirt/uri";

/** A libvirt URI as another host would be asked itself. @throws ConnectionError "unsupported" also for a user's own libvirt there */
export function parseFarUri(uri: string): LibvirtTarget {
  if (!isSession(uri)) return parseLibvirtUri(uri);
  throw new ConnectionError(
    "unsupported",
    `“${uri}”: a user’s own libvirt can’t be reached on another host. Use qemu:///system.`,
  );
}
