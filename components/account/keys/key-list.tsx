"use client";

import { roleWords } from "@/components/fleet/role-words";
import { formatAgo, formatTime } from "@/components/formats/times";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/use-now";
import type { ApiKey } from "@/server/access/keys/api-key.schema";

export interface KeyListProps {
  keys: readonly ApiKey[];
  busy: boolean;
  onRevoke(key: ApiKey): void;
}

/** API keys with what they may and when they were used last, and a way to end each. */
export function KeyList({ keys, busy, onRevoke }: KeyListProps) {
  const now = useNow(30);
  if (keys.length === 0) return null;
  return (
    <ul className="mt-1 divide-y divide-border">
      {keys.map((key) => (
        <li key={key.id} className="flex items-center gap-3 py-2.5">
          <div className="min-w-0 flex-1">
            <p className="wrap-anywhere font-medium">
              {key.name} {key.expiresAt <= now ? <Badge tone="warning">Expired</Badge> : null}
            </p>
            <p className="wrap-anywhere text-muted text-sm">
              {scopeWords(key)}. {key.expiresAt <= now ? "Expired" : "Expires"}{" "}
              {formatTime(key.expiresAt, now)}. {lastUseWords(key, now)}
            </p>
          </div>
          <Button
            size="sm"
            disabled={busy}
            aria-label={`Revoke the API key ${key.name}`}
            onClick={() => onRevoke(key)}
          >
            Revoke
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** "Operator, on 2 VMs, vm.act alone" */
function scopeWords({ role, vms, acts }: ApiKey): string {
  const parts = [roleWords[role].label];
  if (vms !== null) parts.push(vms.length === 1 ? "on one VM" : `on ${vms.length} VMs`);
  if (acts !== null) parts.push(acts.length > 3 ? `${acts.length} rights alone` : `${acts.join(", ")} alone`);
  return parts.join(", ");
}

function lastUseWords({ lastUsedAt, lastUsedAddress }: ApiKey, now: number): string {
  if (lastUsedAt === null) return "Not used yet.";
  return `Last used ${formatAgo(lastUsedAt, now)}${lastUsedAddress === null ? "" : ` from ${lastUsedAddress}`}.`;
}
