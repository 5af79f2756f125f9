"use client";

import { useState } from "react";
import { keepRequest, undoRequest } from "@/components/boot/change-request";
import { Loaded } from "@/components/data/loaded";
import { useRights } from "@/components/data/use-rights";
import PlanDialog, { type PlanRequest } from "@/components/plan/plan-dialog";
import { MadeChanges } from "./made-changes";
import { RestartBar } from "./restart-bar";
import { usePrepareState } from "./use-prepare-state";
import type { Restart } from "./use-restart";

interface ChangesSectionProps {
  hostId: string;
  restart: Restart;
}

/** What was changed of how the host starts, whether it came to be, and the restart that it waits for; nothing before. */
export default function ChangesSection(props: ChangesSectionProps) {
  const mayNot = useRights({ kind: "boot", hostId: props.hostId })("prepare.state");
  return mayNot === null ? <Changes {...props} /> : null;
}

function Changes({ hostId, restart }: ChangesSectionProps) {
  const state = usePrepareState(hostId);
  const [asked, setAsked] = useState<PlanRequest | null>(null);
  return (
    <>
      <Loaded reading={state} what="what was changed" skeleton={null}>
        {(told) => (
          <>
            {told.restartPending ? <RestartBar hostId={hostId} state={told} restart={restart} /> : null}
            <MadeChanges
              hostId={hostId}
              changes={told.changes}
              onUndo={(id) => setAsked(undoRequest(hostId, id))}
              onKeep={(id) => setAsked(keepRequest(hostId, id))}
            />
          </>
        )}
      </Loaded>
      {asked === null ? null : <PlanDialog request={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
