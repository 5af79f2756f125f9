"use client";

import { ArrowDown, ArrowUp, Search } from "lucide-react";
import type { ReactNode } from "react";
import { countOf } from "@/components/formats/numbers";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { sortedBy, type VolumeListing, volumeColumns } from "./volume-listing";

export interface VolumeToolbarProps {
  listing: VolumeListing;
  onListing(listing: VolumeListing): void;
  /** How many volumes match. */
  shown: number;
  /** What makes new ones. */
  children: ReactNode;
}

/** Search above the volumes, and what to sort by where there are no headings. */
export function VolumeToolbar({ listing, onListing, shown, children }: VolumeToolbarProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 border-border border-b px-4 py-2.5">
      <div className="flex min-w-0 flex-1 basis-64 items-center gap-2">
        <search className="relative min-w-0 flex-1 sm:max-w-72">
          <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-muted" />
          <Input
            type="search"
            aria-label="Search volumes by name, path, format or VM"
            aria-keyshortcuts="/"
            placeholder="Search volumes"
            autoComplete="off"
            spellCheck={false}
            className="pl-8"
            value={listing.query}
            onChange={({ target }) => onListing({ ...listing, query: target.value })}
          />
        </search>
        <SortChoice listing={listing} onListing={onListing} />
        <p role="status" className="hidden whitespace-nowrap text-muted text-sm @min-[40rem]:block">
          {countOf(shown, "volume")}
        </p>
      </div>
      {children}
    </div>
  );
}

function SortChoice({ listing, onListing }: Pick<VolumeToolbarProps, "listing" | "onListing">) {
  const Arrow = listing.descending ? ArrowDown : ArrowUp;
  return (
    <div className="flex @min-[40rem]:hidden">
      <Select
        aria-label="Sort by"
        className="rounded-r-none text-sm!"
        value={listing.sort}
        onChange={({ target }) => {
          const column = volumeColumns.find(({ id }) => id === target.value);
          if (column !== undefined) onListing(sortedBy(listing, column.id));
        }}
      >
        {volumeColumns.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Select>
      <button
        type="button"
        aria-label={listing.descending ? "Sorted downwards; sort upwards" : "Sorted upwards; sort downwards"}
        onClick={() => onListing({ ...listing, descending: !listing.descending })}
        className="flex size-8 items-center justify-center rounded-r-md border border-border-strong border-l-0 bg-surface hover:bg-foreground/6"
      >
        <Arrow aria-hidden className="size-4" />
      </button>
    </div>
  );
}
