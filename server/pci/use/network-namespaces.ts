import type { HostFiles } from "../../host/host-files";
import type { RawDevice } from "../raw-device";
import type { Mount } from "./mounts";
import { networkNamespaceOf, networkTableFile, type OpenFiles } from "./open-files";
import type { GapOf } from "./storage-gaps";

/**
 * Whether there are network namespaces beside the host's own, as containers have them and ip-netns(8) makes them: a card
 * that was moved into one is to be seen in none of the host's lists.
 * @param files The network namespaces of processes in other mount namespaces, and the interfaces there.
 */
export function hasOtherNetworks(
  { elsewhere }: Pick<OpenFiles, "elsewhere">,
  files: HostFiles,
  mounts: readonly Mount[],
): boolean {
  const own = files.link(networkNamespaceOf("self"));
  const isOther = (id: string) =>
    files.link(networkNamespaceOf(id)) !== own && hasInterface(files.text(networkTableFile(id)));
  // A record of a host has no namespaces.
  return (own !== null && elsewhere.some(isOther)) || mounts.some(isNamed);
}

/** A namespace that is kept by a mount, "net:[4026532500]" at /run/netns/wan. */
function isNamed({ fileSystem, place }: Mount): boolean {
  return fileSystem === "nsfs" && /\/netns\//.test(place);
}

/** Services that have no network have a namespace with the loopback alone. */
function hasInterface(table: string | null): boolean {
  return table === null || /^\s*(?!lo:)[^\s:|]+:/m.test(table);
}

/** Cards of which the host has no interface, although their drivers are bound. */
export function namespaceGaps(
  cards: readonly RawDevice[],
  interfaces: readonly { owners: readonly string[] }[],
): GapOf[] {
  const here = new Set(interfaces.flatMap(({ owners }) => owners));
  return cards
    .filter(({ address, driver }) => !here.has(address) && !/uio/.test(driver ?? ""))
    .map(({ address }) => ({
      address,
      gap: {
        source: "/proc/*/ns/net",
        question: "whether its interface stands in a container or another network namespace",
        weight: "risk",
      },
    }));
}
