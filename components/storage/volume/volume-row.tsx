"use client";

import { Ellipsis } from "lucide-react";
import { lazy } from "react";
import { vmPath } from "@/components/fleet/vm-key";
import { formatBytes } from "@/components/formats/numbers";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { MenuButton } from "@/components/ui/menu-button";
import { cell, menuButton } from "@/components/ui/table-classes";
import { UnreadableBadge } from "@/components/ui/unreadable";
import type { VolumeSummary, VolumeUser } from "@/server/storage/volume.schema";
import { nearName } from "./near-name";
import type { VolumeQuestion } from "./volume-question";

const loadSheet = () => import("./volume-sheet");
const VolumeSheet = lazy(loadSheet);

export interface VolumeRowProps {
  hostId: string;
  pool: string;
  volume: VolumeSummary;
  onAsk(question: VolumeQuestion): void;
}

const wide = `${cell} hidden @min-[40rem]:table-cell`;

/** One volume. On a narrow screen all but its menu stands below its name. */
export function VolumeRow({ hostId, pool, volume, onAsk }: VolumeRowProps) {
  const { name, format, capacityBytes, allocationBytes, backingPath, usedBy, unreadable } = volume;
  return (
    <tr className="hover:bg-foreground/3">
      <th scope="row" className={`${cell} text-left font-normal`}>
        <p className="wrap-anywhere font-medium">{name}</p>
        {unreadable === null ? null : <UnreadableBadge problem={unreadable.problem} />}
        {backingPath === null ? null : (
          <p className="wrap-anywhere text-muted text-sm">
            backing file <span className="font-mono">{nearName(backingPath, volume.path)}</span>
          </p>
        )}
        <div className="mt-0.5 text-muted text-sm tabular-nums @min-[40rem]:hidden">
          {unreadable === null
            ? [format, formatBytes(capacityBytes), `${formatBytes(allocationBytes)} allocated`]
                .filter((part) => part !== null)
                .join(" · ")
            : null}
          {usedBy.length === 0 ? null : (
            <div className="flex gap-x-1.5">
              used by <Users hostId={hostId} users={usedBy} />
            </div>
          )}
        </div>
      </th>
      <td className={wide}>{format === null ? null : <Badge>{format}</Badge>}</td>
      <td className={`${wide} whitespace-nowrap tabular-nums`}>
        {unreadable === null ? formatBytes(capacityBytes) : null}
      </td>
      <td className={`${wide} whitespace-nowrap tabular-nums`}>
        {unreadable === null ? formatBytes(allocationBytes) : null}
      </td>
      <td className={wide}>
        <Users hostId={hostId} users={usedBy} />
      </td>
      <td className={`${cell} w-10 text-right`}>
        <MenuButton
          preload={loadSheet}
          sheet={(place) => (
            <VolumeSheet {...place} hostId={hostId} pool={pool} volume={volume} onAsk={onAsk} />
          )}
          aria-label={`Actions for ${name}`}
          className={menuButton}
        >
          <Ellipsis aria-hidden className="size-4" />
        </MenuButton>
      </td>
    </tr>
  );
}

function Users({ hostId, users }: { hostId: string; users: readonly VolumeUser[] }) {
  if (users.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-3">
      {users.map(({ vmId, vmName, running }) => (
        <li key={vmId}>
          <Link href={vmPath({ hostId, id: vmId })} className="wrap-anywhere text-foreground hover:underline">
            {vmName}
          </Link>
          {running ? <span className="text-success text-sm"> running</span> : null}
        </li>
      ))}
    </ul>
  );
}
