"use client";

import { useState } from "react";
import { changeRequest, keepRequest, undoRequest } from "@/components/boot/change-request";
import { Loaded } from "@/components/data/loaded";
import { useRights } from "@/components/data/use-rights";
import PlanDialog, { type PlanRequest } from "@/components/plan/plan-dialog";
import type { JudgedReport } from "@/server/pci/schema";
import type { MadeChange } from "@/server/work/prepare/state.schema";
import { MadeChanges } from "./made-changes";
import { NextStep } from "./next-step";
import { RestartBar } from "./restart-bar";
import { RestartDialog } from "./restart-dialog";
import { usePrepareState } from "./use-prepare-state";
import type { Restart } from "./use-restart";

interface ChangesSectionProps {
  hostId: string;
  report: JudgedReport;
  restart: Restart;
}

/** What was changed of how the host starts, whether it came to be, and the restart that it waits for; before, where to begin. */
export default function ChangesSection(props: ChangesSectionProps) {
  const mayNot = useRights({ kind: "boot", hostId: props.hostId })("prepare.state");
  return mayNot === null ? <Changes {...props} /> : null;
}

function Changes({ hostId, report, restart }: ChangesSectionProps) {
  const state = usePrepareState(hostId);
  // That a host which restarts does not answer is no news.
  const reading = restart.state === "waiting" ? { ...state, error: null, failureReason: null } : state;
  const [asked, setAsked] = useState<PlanRequest | null>(null);
  return (
    <>
      <Loaded reading={reading} what="what was changed" skeleton={<span />}>
        {(told) => (
          <>
            {told.unable === null && told.changes.every(isOver) ? <NextStep report={report} /> : null}
            {told.restartPending ? <RestartBar hostId={hostId} state={told} restart={restart} /> : null}
            <MadeChanges
              hostId={hostId}
              changes={told.changes}
              onUndo={(id) => setAsked(undoRequest(hostId, id))}
              onKeep={(id) => setAsked(keepRequest(hostId, id))}
              onAgain={(change) => setAsked(changeRequest(hostId, change))}
            />
          </>
        )}
      </Loaded>
      {restart.isAsked ? (
        <RestartDialog
          hostId={hostId}
          onRestart={(bootId) => restart.begin(hostId, bootId)}
          onClose={() => restart.ask(false)}
        />
      ) : null}
      {asked === null ? null : <PlanDialog request={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

/** Whether nothing is left of it that anybody waits for. */
function isOver({ state, undoes }: MadeChange): boolean {
  return state === "undone" || (state === "verified" && undoes !== null);
}
