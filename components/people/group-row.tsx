import { Gauge, MonitorCog, Pencil, Trash2 } from "lucide-react";
import { countOf } from "@/components/formats/numbers";
import { Button } from "@/components/ui/button";
import type { Group } from "@/server/access/share.schema";

export interface GroupRowProps {
  group: Group;
  onEdit(): void;
  onQuota(): void;
  onGrants(): void;
  onDelete(): void;
}

/** A group with its members, and how much is shared with it. */
export function GroupRow({
  group: { name, members, vms, devices },
  onEdit,
  onQuota,
  onGrants,
  onDelete,
}: GroupRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="wrap-anywhere font-medium">{name}</p>
        <p className="wrap-anywhere text-muted text-sm">
          {members.length === 0 ? "Nobody" : members.map((member) => member.name).join(", ")}
          {`, ${countOf(vms, "VM")}`}
          {devices === 0 ? null : `, ${countOf(devices, "named device")}`}
        </p>
      </div>
      <Button size="sm" aria-label={`Change ${name}…`} onClick={onEdit}>
        <Pencil aria-hidden />
        Change…
      </Button>
      <Button size="sm" aria-label={`Quota of ${name}…`} onClick={onQuota}>
        <Gauge aria-hidden />
        Quota…
      </Button>
      <Button size="sm" aria-label={`Creating VMs by ${name}…`} onClick={onGrants}>
        <MonitorCog aria-hidden />
        Creating VMs…
      </Button>
      <Button size="sm" aria-label={`Delete ${name}…`} onClick={onDelete}>
        <Trash2 aria-hidden />
        Delete…
      </Button>
    </li>
  );
}
