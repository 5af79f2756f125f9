"use client";

import { Wrench } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { changeRequest } from "@/components/boot/change-request";
import { useRights } from "@/components/data/use-rights";
import { Button } from "@/components/ui/button";
import type { Check } from "@/server/host/checks/check.schema";

const PlanDialog = lazy(() => import("@/components/plan/plan-dialog"));

/** What to do about a check, and the button that shows the plan of it where Passdeck has one. */
export function CheckFix({ hostId, check: { title, fix, change } }: { hostId: string; check: Check }) {
  const [shown, setShown] = useState(false);
  const mayNot = useRights({ kind: "boot", hostId })("prepare.plan");
  return (
    <>
      {fix === null ? null : <p className="wrap-anywhere whitespace-pre-wrap text-sm">{fix}</p>}
      {change === null || mayNot !== null ? null : (
        <div>
          <Button aria-label={`Show the plan: ${title}`} onClick={() => setShown(true)}>
            <Wrench aria-hidden />
            Show the plan
          </Button>
        </div>
      )}
      <Suspense>
        {shown && change !== null ? (
          <PlanDialog request={changeRequest(hostId, change)} onClose={() => setShown(false)} />
        ) : null}
      </Suspense>
    </>
  );
}
