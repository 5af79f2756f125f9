"use client";

import { CircleCheck, OctagonAlert } from "lucide-react";
import { useState } from "react";
import { Spinner } from "@/components/ui/spinner";
import { useNow } from "@/components/ui/use-now";
import type { Restart } from "./use-restart";

/** How it stands with a restart that this page asked for. */
export function RestartNotice({ state, latest }: Pick<Restart, "state" | "latest">) {
  return (
    <div role="status">
      {state === "none" ? null : (
        <p className="mb-5 flex items-start gap-2 rounded-lg border border-border bg-surface px-4 py-2.5">
          <span className="mt-0.5">{state === "waiting" ? <Spinner /> : <Came latest={latest} />}</span>
          {state === "waiting" ? <Waiting /> : wordsOf(latest)}
        </p>
      )}
    </div>
  );
}

/** Also a server takes less, with all that its firmware looks for. Milliseconds. */
const longMs = 10 * 60_000;

function Waiting() {
  const now = useNow(10);
  const [began] = useState(now);
  return (
    <span className="min-w-0">
      The host restarts. This page waits, and goes on by itself once it is there again.
      {now - began < longMs ? null : (
        <span className="mt-1 block text-muted">
          It takes long by now. If the host is up, see whether Passdeck was started there. If it hangs, reset
          it: a change that is tried once is not started again; after any other one, choose the recovery entry
          of the boot menu.
        </span>
      )}
    </span>
  );
}

function Came({ latest }: Pick<Restart, "latest">) {
  return latest === "incomplete" ? (
    <OctagonAlert aria-hidden className="size-4 shrink-0 text-danger" />
  ) : (
    <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
  );
}

/** What the restart came to, in a sentence; the list of changes has it thing by thing. */
function wordsOf(latest: Restart["latest"]): string {
  if (latest === "verified") return "The host is there again, and started as planned.";
  // "applying": the server began to keep it before this page asked.
  if (latest === "tried" || latest === "running" || latest === "applying")
    return "The host is there again, by what was to be tried, and as planned. Passdeck keeps it by itself.";
  if (latest === "incomplete")
    return "The host is there again, but not all is as planned: the latest change says what is missing.";
  return "The host is there again.";
}
