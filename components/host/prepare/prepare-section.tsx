"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { changeRequest, keepRequest, undoRequest } from "@/components/boot/change-request";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useRefetchOn } from "@/components/data/use-refetch-on";
import { useRights } from "@/components/data/use-rights";
import { useJobs } from "@/components/job/use-jobs";
import PlanDialog, { type PlanRequest } from "@/components/plan/plan-dialog";
import { Card, CardHeader } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import type { JudgedReport } from "@/server/pci/schema";
import { ChoicesForm } from "./choices-form";
import { MadeChanges } from "./made-changes";
import { RestartBar } from "./restart-bar";
import type { Restart } from "./use-restart";

interface PrepareSectionProps {
  hostId: string;
  report: JudgedReport;
  restart: Restart;
}

/** What Passdeck changes of how the host starts: what was changed, whether it came to be, and what to change next. */
export default function PrepareSection(props: PrepareSectionProps) {
  const { hostId } = props;
  const mayNot = useRights({ kind: "boot", hostId })("prepare.state");
  return (
    <section id="prepare" aria-labelledby="prepare-heading" className="flex flex-col gap-3">
      <h2 id="prepare-heading" className="font-semibold text-lg">
        Prepare
      </h2>
      {mayNot === null ? <Preparations {...props} /> : <p className="text-muted">{mayNot}.</p>}
    </section>
  );
}

function Preparations({ hostId, report, restart }: PrepareSectionProps) {
  const state = useQuery(api.prepare.state.queryOptions({ hostId }));
  const jobs = useJobs(hostId).filter(({ kind }) => kind === "prepare");
  useRefetchOn(jobs.map(({ id, state: now }) => `${id} ${now}`).join(), state);
  const [asked, setAsked] = useState<PlanRequest | null>(null);
  return (
    <>
      <Loaded reading={state} what="what was changed" skeleton={<Skeleton className="h-24" />}>
        {(told) => (
          <>
            {told.unable === null ? null : <p className="wrap-anywhere text-muted">{told.unable}</p>}
            {told.unable === null || told.restartPending ? (
              <RestartBar hostId={hostId} state={told} restart={restart} />
            ) : null}
            <MadeChanges
              hostId={hostId}
              changes={told.changes}
              onUndo={(id) => setAsked(undoRequest(hostId, id))}
              onKeep={(id) => setAsked(keepRequest(hostId, id))}
            />
          </>
        )}
      </Loaded>
      <Card aria-labelledby="choices-heading">
        <CardHeader id="choices-heading" title="Change how the host starts" />
        <ChoicesForm
          hostId={hostId}
          report={report}
          onAsk={(wish, way) => setAsked(changeRequest(hostId, wish, way))}
        />
      </Card>
      {asked === null ? null : <PlanDialog request={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
