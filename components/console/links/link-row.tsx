import { api } from "@/components/data/api";
import { useToldAction } from "@/components/data/use-told-action";
import { countOf } from "@/components/formats/numbers";
import { formatAgo, formatTime } from "@/components/formats/times";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { ConsoleLinkEntry } from "@/server/access/console-link.schema";
import type { WatchedConsole } from "../people/watched-console";

export interface LinkRowProps extends Pick<WatchedConsole, "vm"> {
  link: ConsoleLinkEntry;
  /** Unix milliseconds. */
  now: number;
}

/** A link that works, who is there by it, and the way to end it. */
export function LinkRow({ vm, link, now }: LinkRowProps) {
  const { id, kind, readOnly, label, madeBy, expiresAt, guests } = link;
  const name = label ?? "No label";
  const revoke = useToldAction(api.console.revokeLink.mutationOptions(), () => ({
    subject: vm.name,
    label: "Revoke a link",
    done: "The link works no more. Whoever was there by it is disconnected.",
  }));
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1 text-sm">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="wrap-anywhere font-medium">{name}</span>
          <Badge>{kind === "serial" ? "Serial" : "Graphical"}</Badge>
          <Badge tone={readOnly ? "neutral" : "warning"}>{readOnly ? "Read only" : "May type"}</Badge>
          {guests.length > 0 ? (
            <Badge tone="accent">{countOf(guests.length, "viewer")} there now</Badge>
          ) : null}
        </p>
        <p className="wrap-anywhere text-muted">
          Made by {madeBy}, ends {formatTime(expiresAt, now)}, {wordsOfUse(link, now)}
        </p>
      </div>
      <Button
        size="sm"
        aria-label={`Revoke the link ${label === null ? "without a label" : `for ${label}`}`}
        disabled={revoke.busy}
        onClick={() => revoke.run({ hostId: vm.hostId, vmId: vm.id, linkId: id })}
      >
        Revoke
      </Button>
    </li>
  );
}

/** When a link was used last: "last used 3 min ago from 192.0.2.7". */
function wordsOfUse({ lastUsedAt, lastUsedAddress }: ConsoleLinkEntry, now: number): string {
  if (lastUsedAt === null) return "not used yet";
  return `last used ${formatAgo(lastUsedAt, now)}${lastUsedAddress === null ? "" : ` from ${lastUsedAddress}`}`;
}
