"use client";

import { TriangleAlert } from "lucide-react";
import { isActive } from "@/components/fleet/state-look";
import { formatList } from "@/components/formats/lists";
import { DiffView } from "@/components/ui/diff-view";
import type { NetworkEditPlan } from "@/server/network/edit/network-edit.schema";
import type { NetworkSummary } from "@/server/network/network.schema";
import { useNetworkUsers } from "../use-network-users";
import { WaitingWords } from "../waiting-words";

export interface EditPlanViewProps {
  hostId: string;
  network: NetworkSummary;
  plan: NetworkEditPlan;
}

/** What a change would do: what stands against it, what is in force at once, what waits, and the definition's lines. */
export function EditPlanView({
  hostId,
  network,
  plan: { problems, live, waiting, diff },
}: EditPlanViewProps) {
  const running = useNetworkUsers(hostId, network).filter(({ state }) => isActive(state));
  return (
    <>
      <div role="status" className="flex flex-col gap-1.5">
        {problems.map((text) => (
          <p key={text} className="wrap-anywhere flex gap-1.5 text-danger">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {text}
          </p>
        ))}
        {live.length === 0 ? null : <p>Takes effect now: {formatList(live)}.</p>}
        {waiting.length === 0 ? null : (
          <p className="flex gap-1.5">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
            <span>
              <WaitingWords waiting={waiting} running={running} />
            </span>
          </p>
        )}
      </div>
      <DiffView title="Changes to the definition" diff={diff} />
    </>
  );
}
