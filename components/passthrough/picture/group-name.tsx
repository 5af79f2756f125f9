import { Layers, ShieldCheck } from "lucide-react";
import { usePictureFacts } from "./picture-context";

/** A group's name on its frame, and whether its devices can be reserved for VMs apart from all others. */
export function GroupName({ id }: { id: number }) {
  const { groups, frames } = usePictureFacts();
  const group = groups.get(id);
  const parts = frames.get(id) ?? 1;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 text-xs">
      <span className="whitespace-nowrap font-semibold">Group {id}</span>
      {group === undefined ? null : <Isolation group={group} />}
      {parts > 1 ? <span className="text-muted">drawn in {parts} places</span> : null}
    </span>
  );
}

function Isolation({ group }: { group: { cards: number; isolated: boolean } }) {
  if (group.cards === 0) return null;
  if (group.isolated) {
    return (
      <span className="inline-flex items-center gap-1 whitespace-nowrap text-muted">
        <ShieldCheck aria-hidden className="size-3.5 text-success" />
        isolated
      </span>
    );
  }
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap text-warning">
      <Layers aria-hidden className="size-3.5" />
      {group.cards} cards share it
    </span>
  );
}
