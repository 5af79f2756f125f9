"use client";

import { CirclePlay, CircleStop, Power, PowerOff, RefreshCw, Trash2 } from "lucide-react";
import { poolObject, useRights } from "@/components/data/use-rights";
import { AnchoredMenu } from "@/components/ui/anchored-menu";
import { DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import type { MenuSheetProps } from "@/components/ui/menu-button";
import type { PoolSummary } from "@/server/storage/pool.schema";
import type { PoolQuestionProps } from "./pool-question";
import { usePoolActs } from "./use-pool-acts";

export interface PoolSheetProps extends MenuSheetProps {
  hostId: string;
  pool: PoolSummary;
  /** What has to be asked first. */
  onAsk(question: PoolQuestionProps["question"]): void;
}

/** The menu of all that can be done to a pool. */
export default function PoolSheet({ hostId, pool, onAsk, ...place }: PoolSheetProps) {
  const mayNot = useRights(poolObject(hostId, pool.name));
  const stopped = pool.state === "inactive";
  const acts = usePoolActs(hostId, pool.name);
  const transient = pool.persistent ? null : "It is transient: its definition is lost when it is stopped";
  return (
    <AnchoredMenu label={`Actions for ${pool.name}`} {...place}>
      <DropdownMenuLabel>{pool.name}</DropdownMenuLabel>
      {stopped ? (
        <DropdownMenuItem
          icon={<CirclePlay />}
          reason={mayNot("storage.startPool")}
          onSelect={() => onAsk("start")}
        >
          Start…
        </DropdownMenuItem>
      ) : (
        <DropdownMenuItem
          icon={<CircleStop />}
          reason={mayNot("storage.stopPool")}
          onSelect={() => onAsk("stop")}
        >
          Stop…
        </DropdownMenuItem>
      )}
      <DropdownMenuItem
        icon={<RefreshCw />}
        reason={mayNot("storage.refreshPool") ?? (stopped ? "It is stopped" : null)}
        onSelect={acts.refresh}
      >
        Refresh
      </DropdownMenuItem>
      <DropdownMenuItem
        icon={pool.autostart ? <PowerOff /> : <Power />}
        reason={mayNot("storage.setPoolAutostart") ?? transient}
        onSelect={() => acts.setAutostart(!pool.autostart)}
      >
        {pool.autostart ? "Don't start with the host" : "Start with the host"}
      </DropdownMenuItem>
      <DropdownMenuSeparator />
      <DropdownMenuItem
        icon={<Trash2 />}
        danger
        reason={mayNot("storage.deletePool")}
        onSelect={() => onAsk("delete")}
      >
        Delete…
      </DropdownMenuItem>
    </AnchoredMenu>
  );
}
