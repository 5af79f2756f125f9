import type { VolumeSummary } from "@/server/storage/volume.schema";

/** The columns that a list of volumes can be sorted by, in the order in which they stand. */
export const volumeColumns = [
  { id: "name", label: "Name", descendingFirst: false },
  { id: "format", label: "Format", descendingFirst: false },
  { id: "capacity", label: "Capacity", descendingFirst: true },
  { id: "allocation", label: "Allocation", descendingFirst: true },
  { id: "users", label: "Used by", descendingFirst: true },
] as const;

export type VolumeColumn = (typeof volumeColumns)[number]["id"];

/** What a list of volumes shows. */
export interface VolumeListing {
  query: string;
  sort: VolumeColumn;
  descending: boolean;
}

export const plainListing: VolumeListing = { query: "", sort: "name", descending: false };

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Orders two volumes by a column, upwards. */
const orders: Readonly<Record<VolumeColumn, (one: VolumeSummary, other: VolumeSummary) => number>> = {
  name: (one, other) => collator.compare(one.name, other.name),
  format: (one, other) => collator.compare(one.format ?? "", other.format ?? ""),
  capacity: (one, other) => one.capacityBytes - other.capacityBytes,
  allocation: (one, other) => one.allocationBytes - other.allocationBytes,
  users: (one, other) => one.usedBy.length - other.usedBy.length,
};

/** The volumes that have every word of the query in their name, path, format or the VMs that use them, in order. */
export function listVolumes(
  volumes: readonly VolumeSummary[],
  { query, sort, descending }: VolumeListing,
): VolumeSummary[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const order = orders[sort];
  const shown = volumes.filter((volume) => {
    const text = searchText(volume);
    return words.every((word) => text.includes(word));
  });
  // Equals go by name, upwards in either direction.
  return shown.sort(
    (one, other) => (descending ? order(other, one) : order(one, other)) || orders.name(one, other),
  );
}

function searchText({ name, path, format, usedBy }: VolumeSummary): string {
  return [name, path ?? "", format ?? "", ...usedBy.map(({ vmName }) => vmName)].join("\n").toLowerCase();
}

/** The listing after its user pressed a column's heading: sorted by it, or turned round where it is already. */
export function sortedBy(listing: VolumeListing, sort: VolumeColumn): VolumeListing {
  if (listing.sort === sort) return { ...listing, descending: !listing.descending };
  const column = volumeColumns.find(({ id }) => id === sort);
  return { ...listing, sort, descending: column?.descendingFirst ?? false };
}
