import type { HostTree } from "../../host/host-tree";
import { inheritedFacts } from "./inherit";
import type { OperatingSystem } from "./operating-system.schema";
import { type OsinfoEntry, readEntry } from "./osinfo-entry";

const folder = "usr/share/osinfo/os";

/**
 * The systems that the host's osinfo-db knows (https://libosinfo.org), by name; null where it is not installed. It has
 * close to a thousand files: between reading them others get their turn.
 */
export async function readOsinfo(tree: HostTree, today: string): Promise<OperatingSystem[] | null> {
  const makers = (await tree.list(folder)).map((maker) => `${folder}/${maker}`);
  if (makers.length === 0) return null;
  const listed = await tree.readMany({ folders: makers, skipForbidden: true });
  const paths = makers.flatMap((maker) =>
    listed
      .names(maker)
      .filter((name) => name.endsWith(".xml"))
      .map((name) => `${maker}/${name}`),
  );
  const files = await tree.readMany({ texts: paths, skipForbidden: true });
  const entries = new Map<string, OsinfoEntry>();
  for (const [index, path] of paths.entries()) {
    if (index % filesInATurn === 0) await new Promise((resolve) => setImmediate(resolve));
    const entry = await readEntry(files.text(path) ?? "");
    if (entry !== null) entries.set(entry.id, entry);
  }
  return [...entries.values()]
    .map((entry) => systemOf(entry, entries, today))
    .sort((left, right) => left.name.localeCompare(right.name, "en", { numeric: true }));
}

const filesInATurn = 20;

function systemOf(
  entry: OsinfoEntry,
  entries: ReadonlyMap<string, OsinfoEntry>,
  today: string,
): OperatingSystem {
  const { id, shortId, name, family, releasedAt, endsAt } = entry;
  return {
    id,
    shortId,
    name,
    family,
    releasedAt,
    supported: endsAt === null || endsAt >= today,
    ...inheritedFacts(entry, entries),
  };
}
