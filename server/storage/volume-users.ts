import { attributeOf, parseXml, textOf } from "../xml/xml";
import type { Volume } from "./read-volumes";
import type { VolumeUser } from "./volume.schema";

/** A VM with one of its definitions: the running one, or the saved one. */
export interface DefinedVm extends VolumeUser {
  xml: string;
}

/** A volume with its pool's name. */
export type PlacedVolume = Volume & { pool: string };

/** Elements of a domain whose text is the path of a file that it is started with. */
const pathElements = ["kernel", "initrd", "dtb", "loader", "nvram"];
/** Attributes of `<source>`, wherever it stands (disks, their backing images, file systems), that name a file or device. */
const pathAttributes = ["file", "dev", "dir", "name"];

/**
 * Tells who uses a volume: VMs whose definitions name it, by path or as the pool's volume, and those that name a volume
 * built on it. A VM that comes twice (its running definition and its saved one) is one user.
 * @param volumes Those that may be built on another.
 */
export function volumeUsers(
  volumes: readonly PlacedVolume[],
  vms: readonly DefinedVm[],
): (volume: PlacedVolume) => VolumeUser[] {
  const direct = usersByName(vms);
  const usersOf = (volume: PlacedVolume, above: ReadonlySet<PlacedVolume>): VolumeUser[] => [
    ...(volume.path === null ? [] : (direct.get(volume.path) ?? [])),
    ...(direct.get(`${volume.pool}/${volume.name}`) ?? []),
    ...builtOn(volume, volumes)
      .filter((other) => !above.has(other))
      .flatMap((other) => usersOf(other, new Set([...above, other]))),
  ];
  return (volume) => [
    ...new Map(usersOf(volume, new Set([volume])).map((user) => [user.vmId, user])).values(),
  ];
}

/** The volumes that can't be read without `volume`. */
export function builtOn(volume: PlacedVolume, volumes: readonly PlacedVolume[]): PlacedVolume[] {
  return volume.path === null ? [] : volumes.filter(({ backingPath }) => backingPath === volume.path);
}

function usersByName(vms: readonly DefinedVm[]): Map<string, VolumeUser[]> {
  const users = new Map<string, VolumeUser[]>();
  for (const { xml, ...user } of vms) {
    for (const name of namesIn(xml)) users.set(name, [...(users.get(name) ?? []), user]);
  }
  return users;
}

/** Paths, and volumes as "pool/volume", that a domain's definition names. */
function namesIn(xml: string): Set<string> {
  const document = parseXml(xml);
  const texts = pathElements.flatMap((name) =>
    [...document.getElementsByTagName(name)].flatMap((element) => textOf(element) ?? []),
  );
  const sources = [...document.getElementsByTagName("source")].flatMap((source) => {
    const pool = attributeOf(source, "pool");
    if (pool !== null) return [`${pool}/${attributeOf(source, "volume") ?? ""}`];
    return pathAttributes.flatMap((name) => attributeOf(source, name) ?? []);
  });
  return new Set([...texts, ...sources]);
}
