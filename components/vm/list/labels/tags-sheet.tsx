"use client";

import { TagBadge } from "@/components/fleet/tag-badge";
import { useLabels } from "@/components/fleet/use-labels";
import { formatNumber } from "@/components/formats/numbers";
import { AnchoredMenu } from "@/components/ui/anchored-menu";
import { DropdownMenuCheckItem, DropdownMenuLabel } from "@/components/ui/dropdown-menu";
import type { MenuSheetProps } from "@/components/ui/menu-button";

interface TagsSheetProps extends MenuSheetProps {
  chosen: readonly string[];
  onChoose(tags: readonly string[]): void;
}

/** The tags of all VMs, to choose those that VMs have to have. */
export default function TagsSheet({ chosen, onChoose, ...place }: TagsSheetProps) {
  const { tags } = useLabels();
  const gone = chosen.filter((tag) => !tags.some(([known]) => known === tag));
  const all = [...tags, ...gone.map((tag) => [tag, 0] as const)];
  return (
    <AnchoredMenu label="Show VMs with tags" align="start" {...place}>
      <DropdownMenuLabel>VMs that have all of</DropdownMenuLabel>
      {all.map(([tag, count]) => (
        <DropdownMenuCheckItem
          key={tag}
          checked={chosen.includes(tag)}
          onCheckedChange={(isOn) =>
            onChoose(isOn === true ? [...chosen, tag] : chosen.filter((other) => other !== tag))
          }
        >
          <TagBadge tag={tag} />
          <span className="ml-auto text-muted tabular-nums">{formatNumber(count)}</span>
        </DropdownMenuCheckItem>
      ))}
    </AnchoredMenu>
  );
}
