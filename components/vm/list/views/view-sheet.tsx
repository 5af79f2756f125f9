"use client";

import { BookmarkPlus, ListChecks } from "lucide-react";
import { useHosts } from "@/components/fleet/use-fleet";
import { AnchoredMenu } from "@/components/ui/anchored-menu";
import {
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
} from "@/components/ui/dropdown-menu";
import type { MenuSheetProps } from "@/components/ui/menu-button";
import { type Grouping, groupings, readView, writeView } from "../list-view";
import type { ViewProps } from "../view-props";
import { useViews } from "./use-views";

interface ViewSheetProps extends MenuSheetProps, ViewProps {
  onAsk(question: "save" | "manage"): void;
}

const words: Readonly<Record<Grouping, string>> = {
  none: "Nothing",
  host: "Host",
  folder: "Folder",
  tags: "Tags",
};

/** The menu of views. Which of them is shown is told by what it shows. */
export default function ViewSheet({ view, onView, onAsk, ...place }: ViewSheetProps) {
  const views = useViews();
  const isOneHost = useHosts().length < 2;
  const shown = writeView(view);
  return (
    <AnchoredMenu label="Views" {...place}>
      <DropdownMenuLabel>Group by</DropdownMenuLabel>
      <DropdownMenuRadioGroup value={view.group} aria-label="Group by">
        {groupings
          .filter((group) => group !== "host" || !isOneHost || view.group === "host")
          .map((group) => (
            <DropdownMenuRadioItem key={group} value={group} onSelect={() => onView({ ...view, group })}>
              {words[group]}
            </DropdownMenuRadioItem>
          ))}
      </DropdownMenuRadioGroup>
      <DropdownMenuSeparator />
      <DropdownMenuLabel>Saved views</DropdownMenuLabel>
      <DropdownMenuRadioGroup value={shown} aria-label="Saved views">
        <DropdownMenuRadioItem value="" onSelect={() => onView(readView(new URLSearchParams()))}>
          All VMs
        </DropdownMenuRadioItem>
        {views.map(({ id, name, search, isDefault }) => {
          const saved = readView(new URLSearchParams(search));
          return (
            <DropdownMenuRadioItem key={id} value={writeView(saved)} onSelect={() => onView(saved)}>
              <span className="wrap-anywhere min-w-0">{name}</span>
              {isDefault ? <span className="ml-auto text-muted text-xs">default</span> : null}
            </DropdownMenuRadioItem>
          );
        })}
      </DropdownMenuRadioGroup>
      <DropdownMenuSeparator />
      <DropdownMenuItem icon={<BookmarkPlus />} onSelect={() => onAsk("save")}>
        Save this view…
      </DropdownMenuItem>
      <DropdownMenuItem
        icon={<ListChecks />}
        reason={views.length === 0 ? "None is saved" : null}
        onSelect={() => onAsk("manage")}
      >
        Manage views…
      </DropdownMenuItem>
    </AnchoredMenu>
  );
}
