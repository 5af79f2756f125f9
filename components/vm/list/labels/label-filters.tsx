"use client";

import { ChevronDown } from "lucide-react";
import { lazy } from "react";
import { useLabels } from "@/components/fleet/use-labels";
import { buttonClasses } from "@/components/ui/button";
import { MenuButton } from "@/components/ui/menu-button";
import { Select } from "@/components/ui/select";
import type { ViewProps } from "../view-props";

const loadTagsSheet = () => import("./tags-sheet");
const TagsSheet = lazy(loadTagsSheet);

/** Whose tags and folder count; nothing where no VM has any. */
export function LabelFilters({ view, onView }: ViewProps) {
  const { tags, folders } = useLabels();
  // One that is gone still stands in an address.
  const gone = view.folder === null || folders.includes(view.folder) ? [] : [view.folder];
  return (
    <>
      {tags.length === 0 && view.tags.length === 0 ? null : (
        <MenuButton
          preload={loadTagsSheet}
          sheet={(place) => (
            <TagsSheet
              {...place}
              chosen={view.tags}
              onChoose={(chosen) => onView({ ...view, tags: chosen })}
            />
          )}
          className={buttonClasses("secondary")}
          aria-label={view.tags.length === 0 ? "All tags" : `Tags ${view.tags.join(" + ")}`}
        >
          <span className="max-w-40 truncate">
            {view.tags.length === 0 ? "All tags" : view.tags.join(" + ")}
          </span>
          <ChevronDown aria-hidden />
        </MenuButton>
      )}
      {folders.length === 0 && gone.length === 0 ? null : (
        <Select
          aria-label="Show VMs in the folder"
          className="max-w-48"
          value={view.folder ?? ""}
          onChange={({ target }) => onView({ ...view, folder: target.value === "" ? null : target.value })}
        >
          <option value="">All folders</option>
          {[...folders, ...gone].map((folder) => (
            <option key={folder} value={folder}>
              {folder}
            </option>
          ))}
        </Select>
      )}
    </>
  );
}
