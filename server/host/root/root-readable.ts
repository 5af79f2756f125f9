import { isAllowedFile } from "../configuration/allowed-files";
import type { ReadBatch } from "../host-files";

/** What of a batch root's helper may look at. A device is never opened by it: what that shows is whether this process may. */
export const rootReads = ["texts", "links", "folders", "presence", "bytes", "deviceNumbers"] as const;
export type RootRead = (typeof rootReads)[number];
export type RootBatch = Partial<Pick<ReadBatch, RootRead>>;

const address = String.raw`[\da-f]{4,8}:[\da-f]{2}:[01][\da-f]\.[0-7]`;
const openFile = String.raw`proc/\d+/fd/\d+`;
const bootPlace = String.raw`(?:boot|efi)(?:/[\w.+~@ -]+)*`;
const networkPlace = "(?:etc|run)/(?:netplan|NetworkManager/system-connections)(?:/[^/]+)?";

/**
 * What only root may read, and facts about the host come from: beyond its 64th byte a configuration space (ACS and all other
 * extended capabilities), the firmware's tables, what processes have open, and how the host and its network start. Whatever is
 * added can be read by everybody who takes the web process over.
 */
const readable: Readonly<Record<RootRead, RegExp>> = {
  texts: whole(String.raw`etc/libvirt/\w+\.conf|${bootPlace}\.(?:cfg|conf|txt|env)|${networkPlace}`),
  links: whole(`${openFile}|${String.raw`proc/\d+/ns/mnt`}|${bootPlace}`),
  folders: whole(String.raw`proc/\d+/fd|${bootPlace}|${networkPlace}`),
  presence: whole(`${bootPlace}|${networkPlace}`),
  bytes: whole(`sys/bus/pci/devices/${address}/config|${String.raw`sys/firmware/acpi/tables/[A-Z\d]{4}`}`),
  deviceNumbers: whole(openFile),
};

/** Whether root's helper may look at it so. @param path without a leading slash. */
export function isRootReadable(kind: RootRead, path: string): boolean {
  if (path.split("/").includes("..")) return false;
  return (
    readable[kind].test(path) || (kind === "texts" && /^(?:boot|efi)\//.test(path) && isAllowedFile(path))
  );
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}
