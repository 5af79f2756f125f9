"use client";

import { RotateCw } from "lucide-react";
import { useRights } from "@/components/data/use-rights";
import { ReasonButton } from "@/components/ui/reason-button";
import type { PrepareState } from "@/server/work/prepare/state.schema";
import type { Restart } from "./use-restart";

interface RestartBarProps {
  hostId: string;
  state: PrepareState;
  restart: Restart;
}

/** Says whether a change waits for the restart of the host, and asks for that. */
export function RestartBar({ hostId, state: { restartPending, unable }, restart }: RestartBarProps) {
  const mayNot = useRights({ kind: "boot", hostId })("prepare.reboot");
  if (restart.state === "waiting") return null;
  return (
    <div
      className={`flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border px-4 py-2.5 ${
        restartPending ? "border-warning/40 bg-warning/8" : "border-border bg-surface"
      }`}
    >
      <p className="min-w-0">
        {restartPending
          ? "A change waits for the restart of the host. Until then, checks may warn of what it brings."
          : "No change waits for a restart."}
      </p>
      <ReasonButton
        variant={restartPending ? "primary" : "secondary"}
        reason={mayNot ?? unable}
        onClick={() => restart.ask(true)}
      >
        <RotateCw aria-hidden />
        Restart the host…
      </ReasonButton>
    </div>
  );
}
