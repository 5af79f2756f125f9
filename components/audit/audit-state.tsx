"use client";

import { useQuery } from "@tanstack/react-query";
import { Link2, OctagonAlert, TriangleAlert } from "lucide-react";
import { api } from "@/components/data/api";
import type { ApiOutputs } from "@/components/data/client";
import { Loaded } from "@/components/data/loaded";
import { countOf } from "@/components/formats/numbers";
import { formatTime } from "@/components/formats/times";

type State = ApiOutputs["audit"]["state"];

/** Whether the log is as it was written, for how long it is kept, and where it goes besides. */
export function AuditState() {
  const state = useQuery(api.audit.state.queryOptions(undefined, { staleTime: 0 }));
  return (
    <Loaded reading={state} what="whether the log is as it was written">
      {(known) => <Known {...known} />}
    </Loaded>
  );
}

function Known({ chain, problems, keptDays, sentTo }: State) {
  const kept =
    keptDays === null ? "Entries are kept for ever" : `Entries are kept for ${countOf(keptDays, "day")}`;
  const sent = sentTo.length === 0 ? "" : `, and sent to ${sentTo.join(" and ")}`;
  return (
    <div className="mb-4 flex flex-col gap-1 text-sm">
      {chain.kind === "whole" ? (
        <p className="flex gap-2 text-muted">
          <Link2 aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
          <span>
            {countOf(chain.entries, "entry", "entries")}
            {chain.since === null ? "" : ` since ${formatTime(chain.since)}`}, each chained to the one before
            it: none was changed or taken out. {kept}
            {sent}.
          </span>
        </p>
      ) : (
        <p role="alert" className="flex gap-2 font-medium text-danger">
          <OctagonAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          This log is not as Passdeck wrote it: from entry {chain.id} ({formatTime(chain.at)}) on it was
          changed, or something was taken out before that one. Compare it with a copy that was sent elsewhere,
          or with a backup of Passdeck’s database.
        </p>
      )}
      {problems.map((problem) => (
        <p key={problem} role="alert" className="wrap-anywhere flex gap-2 text-warning">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {problem}
        </p>
      ))}
    </div>
  );
}
