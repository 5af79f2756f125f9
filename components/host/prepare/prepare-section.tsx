"use client";

import { useState } from "react";
import { changeRequest } from "@/components/boot/change-request";
import { useRights } from "@/components/data/use-rights";
import PlanDialog, { type PlanRequest } from "@/components/plan/plan-dialog";
import { Card, CardHeader } from "@/components/ui/card";
import type { JudgedReport } from "@/server/pci/schema";
import { HugePagesCard } from "../pages/huge-pages-card";
import { ChoicesForm } from "./choices-form";
import { RestartBar } from "./restart-bar";
import type { Draft } from "./use-draft";
import { usePrepareState } from "./use-prepare-state";
import type { Restart } from "./use-restart";

interface PrepareSectionProps {
  hostId: string;
  report: JudgedReport;
  restart: Restart;
  draft: Draft;
}

/** What to change next of how the host starts. */
export default function PrepareSection(props: PrepareSectionProps) {
  const { hostId } = props;
  const mayNot = useRights({ kind: "boot", hostId })("prepare.state");
  return (
    <section id="prepare" aria-labelledby="prepare-heading" className="flex scroll-mt-16 flex-col gap-3">
      <h2 id="prepare-heading" className="font-semibold text-lg">
        Prepare
      </h2>
      {mayNot === null ? <Preparations {...props} /> : <p className="text-muted">{mayNot}.</p>}
    </section>
  );
}

function Preparations({ hostId, report, restart, draft }: PrepareSectionProps) {
  const { data: state } = usePrepareState(hostId);
  const [asked, setAsked] = useState<PlanRequest | null>(null);
  return (
    <>
      {state === undefined || state.unable === null ? null : (
        <p className="wrap-anywhere text-muted">{state.unable}</p>
      )}
      <HugePagesCard hostId={hostId} onAsk={setAsked} />
      <Card aria-labelledby="choices-heading">
        <CardHeader id="choices-heading" title="Change how the host starts" />
        <ChoicesForm
          hostId={hostId}
          report={report}
          draft={draft}
          onAsk={(wish, way) => setAsked(changeRequest(hostId, wish, { way, begun: draft.begun }))}
        />
      </Card>
      {state === undefined || state.unable !== null || state.restartPending ? null : (
        <RestartBar hostId={hostId} state={state} restart={restart} />
      )}
      {asked === null ? null : (
        <PlanDialog
          request={asked}
          onClose={() => {
            setAsked(null);
            draft.closed();
          }}
        />
      )}
    </>
  );
}
