"use client";

import { formatAgo, formatTime } from "@/components/formats/times";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/use-now";
import type { UserSession } from "@/server/access/person.schema";

export interface SessionListProps {
  sessions: readonly UserSession[];
  /** What the button says: "Sign out", "End". */
  label: string;
  busy: boolean;
  onEnd(session: UserSession): void;
}

/** The browsers that a user is signed in with, the last used first. */
export function SessionList({ sessions, label, busy, onEnd }: SessionListProps) {
  const now = useNow(30);
  if (sessions.length === 0) return <p className="text-muted">Not signed in anywhere.</p>;
  return (
    <ul className="divide-y divide-border">
      {sessions.map((session) => {
        const browser = session.browser ?? "Unknown browser";
        return (
          <li key={session.id} className="flex items-center gap-3 py-2.5">
            <div className="min-w-0 flex-1">
              <p className="wrap-anywhere font-medium">
                {browser} {session.isThis ? <Badge tone="accent">This browser</Badge> : null}
              </p>
              <p className="wrap-anywhere text-muted text-sm">
                {session.address === null ? "" : `From ${session.address}. `}Signed in{" "}
                {formatTime(session.begunAt, now)}, last used {formatAgo(session.lastUsedAt, now)}
              </p>
            </div>
            {session.isThis ? null : (
              <Button
                size="sm"
                disabled={busy}
                aria-label={`${label}: ${browser}, signed in ${formatTime(session.begunAt, now)}`}
                onClick={() => onEnd(session)}
              >
                {label}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
