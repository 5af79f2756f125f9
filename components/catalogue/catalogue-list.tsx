"use client";

import { Search } from "lucide-react";
import { useState } from "react";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ShownImage } from "@/server/create/catalogue/catalogue.schema";
import { byPublisher, matching } from "./catalogue-search";
import type { GotImage } from "./got-image";
import { ImageRow } from "./image-row";

interface CatalogueListProps {
  hostId: string;
  images: readonly ShownImage[];
  /** Running pools, the usual one first. */
  pools: readonly string[];
  /** The image that is asked for just now. */
  busy: string | null;
  onDownload(image: ShownImage, pool: string): void;
  onUse: ((got: GotImage) => void) | null;
}

/** The images by publisher, with a search above them and the pool that they go to. */
export function CatalogueList({ hostId, images, pools, busy, onDownload, onUse }: CatalogueListProps) {
  const [query, setQuery] = useState("");
  const [chosen, setPool] = useState<string | null>(null);
  const pool = pools.find((name) => name === chosen) ?? pools[0] ?? null;
  const groups = byPublisher(matching(images, query));
  return (
    <div className="mt-3 flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <search className="relative min-w-0 flex-1 basis-56">
          <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-muted" />
          <Input
            type="search"
            aria-label="Search images"
            placeholder="Search images"
            autoComplete="off"
            spellCheck={false}
            className="pl-8"
            value={query}
            onChange={({ target }) => setQuery(target.value)}
          />
        </search>
        {pools.length > 1 && pool !== null ? (
          <Select
            aria-label="Pool that images go to"
            value={pool}
            onChange={({ target }) => setPool(target.value)}
          >
            {pools.map((name) => (
              <option key={name} value={name}>
                to {name}
              </option>
            ))}
          </Select>
        ) : null}
      </div>
      {pool === null ? <p>No storage pool is running, so there is no place for an image.</p> : null}
      <p role="status" className="sr-only">
        {images.length === 0 ? "There are no images for this host." : `${groups.length} publishers`}
      </p>
      {groups.map(({ publisher, images: theirs }) => (
        <section key={publisher} aria-label={publisher}>
          <h3 className="font-semibold">{publisher}</h3>
          <ul className="divide-y divide-border">
            {theirs.map((image) => (
              <ImageRow
                key={image.id}
                hostId={hostId}
                image={image}
                pool={pool}
                busy={busy}
                onDownload={onDownload}
                onUse={onUse}
              />
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 ? <p className="text-muted">No image fits.</p> : null}
    </div>
  );
}
