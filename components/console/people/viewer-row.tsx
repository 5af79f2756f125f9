"use client";

import { api } from "@/components/data/api";
import { useToldAction } from "@/components/data/use-told-action";
import { formatAgo, formatTime } from "@/components/formats/times";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/use-now";
import type { ViewerEntry } from "@/server/console/people/viewer-entry.schema";
import type { WatchedConsole } from "./watched-console";

export interface ViewerRowProps {
  console: WatchedConsole;
  viewer: ViewerEntry;
  /** It is this page. */
  isThis: boolean;
  mayDisconnect: boolean;
}

/** Somebody at a console, and the way to throw them out. */
export function ViewerRow({ console: { vm, kind }, viewer, isThis, mayDisconnect }: ViewerRowProps) {
  const now = useNow(5);
  const { id, address, since, lastTypedAt, isGuest, readOnly, hasKeyboard } = viewer;
  const name = viewer.name ?? "Somebody who manages this host";
  const disconnect = useToldAction(api.console.disconnect.mutationOptions(), () => ({
    subject: name,
    label: "Disconnect",
    done: isGuest
      ? `They are not at ${vm.name}’s console any more. Their link still works until it is revoked.`
      : `They are not at ${vm.name}’s console any more.`,
  }));
  const typed = lastTypedAt === null ? "has not typed" : `typed ${formatAgo(lastTypedAt, now)}`;
  return (
    <li className="flex items-center gap-3 py-1.5">
      <div className="min-w-0 flex-1 text-sm">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="wrap-anywhere font-medium">{name}</span>
          {isThis ? <Badge tone="accent">This page</Badge> : null}
          {isGuest ? <Badge>By a link</Badge> : null}
          {hasKeyboard ? <Badge tone="accent">Has the keyboard</Badge> : null}
          {readOnly ? <Badge>Read only</Badge> : null}
        </p>
        <p className="wrap-anywhere text-muted">
          Since {formatTime(since, now)}
          {readOnly ? "" : `, ${typed}`}
          {address === null ? "" : `, from ${address}`}
        </p>
      </div>
      {isThis || !mayDisconnect ? null : (
        <Button
          size="sm"
          aria-label={`Disconnect ${name}`}
          disabled={disconnect.busy}
          onClick={() => disconnect.run({ hostId: vm.hostId, vmId: vm.id, kind, viewerId: id })}
        >
          Disconnect
        </Button>
      )}
    </li>
  );
}
