"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { headCell, headRow } from "@/components/ui/table-classes";
import type { VolumeSummary } from "@/server/storage/volume.schema";
import { sortedBy, type VolumeListing, volumeColumns } from "./volume-listing";
import type { VolumeQuestion } from "./volume-question";
import { VolumeRow } from "./volume-row";

export interface VolumeTableProps {
  hostId: string;
  pool: string;
  volumes: readonly VolumeSummary[];
  listing: VolumeListing;
  onListing(listing: VolumeListing): void;
  onAsk(question: VolumeQuestion): void;
}

/** Volumes with what they take and who uses them; a heading sorts by its column. */
export function VolumeTable({ hostId, pool, volumes, listing, onListing, onAsk }: VolumeTableProps) {
  return (
    <table className="w-full">
      <caption className="sr-only">Volumes of {pool}</caption>
      <thead className={headRow}>
        <tr>
          {volumeColumns.map(({ id, label }) => (
            <Heading
              key={id}
              label={label}
              sorted={listing.sort === id ? (listing.descending ? "descending" : "ascending") : "none"}
              onPress={() => onListing(sortedBy(listing, id))}
            />
          ))}
          <th scope="col" className={headCell}>
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-border">
        {volumes.map((volume) => (
          <VolumeRow key={volume.key} hostId={hostId} pool={pool} volume={volume} onAsk={onAsk} />
        ))}
      </tbody>
    </table>
  );
}

interface HeadingProps {
  label: string;
  sorted: "ascending" | "descending" | "none";
  onPress(): void;
}

function Heading({ label, sorted, onPress }: HeadingProps) {
  const Arrow = sorted === "descending" ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={sorted} className={headCell}>
      <button
        type="button"
        onClick={onPress}
        className={`inline-flex min-h-7 items-center gap-1 rounded-sm hover:text-foreground ${sorted === "none" ? "" : "text-foreground"}`}
      >
        {label}
        {sorted === "none" ? null : <Arrow aria-hidden className="size-3.5" />}
      </button>
    </th>
  );
}
