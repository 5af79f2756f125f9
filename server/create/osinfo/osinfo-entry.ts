import type { OperatingSystem } from "./operating-system.schema";

/** A system as one file of osinfo-db tells of it, without what it has of those that it derives from. */
export interface OsinfoEntry {
  id: string;
  shortId: string;
  name: string;
  family: OperatingSystem["family"];
  releasedAt: string | null;
  endsAt: string | null;
  derivesFrom: string[];
  /** IDs of devices that it has drivers for. */
  devices: string[];
  vcpus: number | null;
  memoryBytes: number | null;
  diskBytes: number | null;
}

const families: Readonly<Record<string, OperatingSystem["family"]>> = {
  linux: "linux",
  winnt: "windows",
  freebsd: "bsd",
  netbsd: "bsd",
  openbsd: "bsd",
  dragonflybsd: "bsd",
};

/** Reads a file of the database; null where it tells of no system. Its texts are in many languages, of which it takes English. */
export async function readEntry(text: string): Promise<OsinfoEntry | null> {
  const { XmlDocument, XmlParseError, ParseOption } = await import("libxml2-wasm");
  try {
    using document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NONET });
    const all = (path: string) => document.find(`/libosinfo/os/${path}`).map(({ content }) => content.trim());
    const first = (path: string) => all(path)[0] || null;
    const resource = (name: string) => {
      const found = first(`resources/recommended/${name}`) ?? first(`resources/minimum/${name}`);
      return found !== null && /^\d{1,15}$/.test(found) ? Number(found) : null;
    };
    const [id, name] = [first("@id"), first("name[not(@xml:lang)]")];
    if (id === null || name === null) return null;
    return {
      id,
      name,
      shortId: first("short-id") ?? id,
      family: families[first("family") ?? ""] ?? "other",
      releasedAt: first("release-date"),
      endsAt: first("eol-date"),
      derivesFrom: all("derives-from/@id"),
      devices: all("devices/device/@id"),
      vcpus: resource("n-cpus"),
      memoryBytes: resource("ram"),
      diskBytes: resource("storage"),
    };
  } catch (error) {
    if (error instanceof XmlParseError) return null;
    throw error;
  }
}
