"use client";

import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { useRights } from "@/components/data/use-rights";
import { ReasonButton } from "@/components/ui/reason-button";
import { TrialNotice } from "./trial-notice";
import { useTrial } from "./use-trial";

/** A trial that another page began, or this one before it was loaded anew: a person confirms it then. */
export function TrialBar({ hostId }: { hostId: string }) {
  const trial = useTrial(hostId, false);
  const keep = useAction(api.bridge.keep.mutationOptions());
  const mayNot = useRights({ kind: "boot", hostId })("bridge.keep");
  return (
    <TrialNotice trial={trial}>
      {trial.phase === "checking" && !trial.unreachable ? (
        <ReasonButton variant="primary" reason={mayNot} onClick={() => keep.run({ hostId })}>
          Keep the new network
        </ReasonButton>
      ) : null}
    </TrialNotice>
  );
}
