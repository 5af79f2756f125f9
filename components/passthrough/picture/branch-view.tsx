import type { TreeNode } from "@/components/device/tree/node";
import { classNames } from "@/components/ui/class-names";
import type { Branch, Item } from "./branches";
import { CardTile } from "./card-tile";
import { GroupName } from "./group-name";
import { usePictureFacts } from "./picture-context";
import { PortChip } from "./port-chip";
import { Wire } from "./wire";

/** Branches one below the other, on one bus. */
export function Branches({ branches, label }: { branches: readonly Branch[]; label?: string }) {
  return (
    <ul aria-label={label}>
      {branches.map((branch, index) => (
        <Wire key={branch.key} isLast={index === branches.length - 1} lanes={lanesOf(branch.items[0]?.node)}>
          <BranchView branch={branch} />
        </Wire>
      ))}
    </ul>
  );
}

function BranchView({ branch: { group, portOnly, items } }: { branch: Branch }) {
  if (group !== null && !portOnly) return <Frame group={group} items={items} />;
  return <Items items={items} portGroup={portOnly ? group : null} />;
}

/** The enclosure round the members of an IOMMU group. */
function Frame({ group, items }: { group: number; items: readonly Item[] }) {
  const { openGroup } = usePictureFacts();
  return (
    <section
      aria-label={`IOMMU group ${group}`}
      className={classNames(
        "rounded-xl border bg-inset px-1.5 pt-0.5 pb-1.5",
        openGroup === group ? "border-accent" : "border-border-strong/35",
      )}
    >
      <p className="px-1 pb-0.5">
        <GroupName id={group} />
      </p>
      <Items items={items} portGroup={null} />
    </section>
  );
}

function Items({ items, portGroup }: { items: readonly Item[]; portGroup: number | null }) {
  return (
    <div className="flex flex-col gap-1.5">
      {items.map((item) =>
        "branches" in item ? (
          <div key={item.node.key} className={portGroup === null ? "pl-1.5" : undefined}>
            <PortChip port={item.node} group={portGroup} />
            {item.branches.length === 0 ? null : <Branches branches={item.branches} />}
          </div>
        ) : (
          <CardTile key={item.node.key} card={item.node} />
        ),
      )}
    </div>
  );
}

function lanesOf(node: TreeNode | undefined): number | undefined {
  return (node?.type === "card" ? node.primary : node?.device)?.link?.width;
}
