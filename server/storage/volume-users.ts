import type { Document } from "@xmldom/xmldom";
import { AppError } from "../errors";
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
  const { byName, unreadable } = usersByName(vms);
  const usersOf = (volume: PlacedVolume, above: ReadonlySet<PlacedVolume>): VolumeUser[] => [
    ...(volume.path === null ? [] : (byName.get(volume.path) ?? [])),
    ...(byName.get(`${volume.pool}/${volume.name}`) ?? []),
    ...unreadable.flatMap(({ xml, ...user }) => (mayName(xml, volume) ? [user] : [])),
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

function usersByName(vms: readonly DefinedVm[]) {
  const byName = new Map<string, VolumeUser[]>();
  const unreadable: DefinedVm[] = [];
  for (const vm of vms) {
    const { xml, ...user } = vm;
    const names = namesIn(xml);
    if (names === null) unreadable.push(vm);
    for (const name of names ?? []) byName.set(name, [...(byName.get(name) ?? []), user]);
  }
  return { byName, unreadable };
}

/** Whether a definition that can't be read has the volume's path in its text, or its name as a value. */
function mayName(xml: string, { path, name }: PlacedVolume): boolean {
  return [path, `'${name}'`, `"${name}"`].some((text) => text !== null && xml.includes(text));
}

/** Paths, and volumes as "pool/volume", that a domain's definition names; null where it can't be read. */
function namesIn(xml: string): Set<string> | null {
  const document = parsed(xml);
  if (document === null) return null;
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

function parsed(xml: string): Document | null {
  try {
    return parseXml(xml);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
