import { attributeOf, parseXml, textOf } from "../vm/xml";
import type { Volume } from "./read-volumes";
import type { VolumeSummary, VolumeUser } from "./volume.schema";

/** A VM with one of its definitions: the running one, or the saved one. */
export interface DefinedVm extends VolumeUser {
  xml: string;
}

/** Elements of a domain whose text is the path of a file that it is started with. */
const pathElements = ["kernel", "initrd", "dtb", "loader", "nvram"];
/** Attributes of `<source>`, wherever it stands (disks, their backing images, file systems), that name a file or device. */
const pathAttributes = ["file", "dev", "dir", "name"];

/**
 * Who uses which volume of a pool: VMs whose definitions name it, by path or as the pool's volume, and those that name a
 * volume built on it. A VM that comes twice (its running definition and its saved one) is one user.
 */
export function withUsers(
  poolName: string,
  volumes: readonly Volume[],
  vms: readonly DefinedVm[],
): VolumeSummary[] {
  const direct = usersByName(vms);
  const usersOf = (volume: Volume, above: ReadonlySet<Volume>): VolumeUser[] => {
    const built = volumes.filter((other) => other.backingPath === volume.path && !above.has(other));
    return [
      ...(volume.path === null ? [] : (direct.get(volume.path) ?? [])),
      ...(direct.get(`${poolName}/${volume.name}`) ?? []),
      ...built.flatMap((other) => usersOf(other, new Set([...above, other]))),
    ];
  };
  return volumes.map((volume) => ({ ...volume, usedBy: once(usersOf(volume, new Set([volume]))) }));
}

function once(users: readonly VolumeUser[]): VolumeUser[] {
  return [...new Map(users.map((user) => [user.vmId, user])).values()];
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
