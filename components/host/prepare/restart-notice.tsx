import { CircleCheck } from "lucide-react";
import { Spinner } from "@/components/ui/spinner";
import type { Restart } from "./use-restart";

/** How it stands with a restart that this page asked for. */
export function RestartNotice({ state }: Pick<Restart, "state">) {
  return (
    <div role="status">
      {state === "none" ? null : (
        <p className="mb-5 flex items-center gap-2 rounded-lg border border-border bg-surface px-4 py-2.5">
          {state === "waiting" ? (
            <Spinner />
          ) : (
            <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
          )}
          {state === "waiting"
            ? "The host restarts. This page waits, and goes on by itself once it is there again."
            : "The host is there again."}
        </p>
      )}
    </div>
  );
}
