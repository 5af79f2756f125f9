import { Folder } from "lucide-react";
import type { VmSummary } from "@/server/fleet/schema";
import { TagBadge } from "./tag-badge";

/** A VM's folder and tags, below its name; nothing where it has none. */
export function VmLabels({ folder, tags }: Pick<VmSummary, "folder" | "tags">) {
  if (folder === null && tags.length === 0) return null;
  return (
    <span className="flex flex-wrap items-center gap-x-1.5 gap-y-1 pb-0.5">
      {folder === null ? null : (
        <span className="wrap-anywhere inline-flex min-w-0 items-center gap-1 text-muted text-xs">
          <Folder aria-hidden className="size-3 shrink-0" />
          <span className="sr-only">Folder </span>
          {folder}
        </span>
      )}
      {tags.length === 0 ? null : <span className="sr-only">Tags </span>}
      {tags.map((tag) => (
        <TagBadge key={tag} tag={tag} />
      ))}
    </span>
  );
}
