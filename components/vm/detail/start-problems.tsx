"use client";

import { lazy, Suspense } from "react";
import { errorText } from "@/components/data/error-text";
import type { Reading } from "@/components/data/reading";
import { ErrorNotice } from "@/components/ui/error-notice";
import type { VmSummary } from "@/server/fleet/schema";
import type { StartProblem } from "@/server/pci/start-check/start-problem.schema";

const StartProblems = lazy(() => import("./start-problem-list"));

export interface StartProblemsNoticeProps {
  vm: VmSummary;
  /** null where nothing has to be looked at. */
  reading: Reading<StartProblem[] | null> | null;
}

/** What the start check found, or that it could not look: that is not to be taken for "nothing". */
export function StartProblemsNotice({ vm, reading }: StartProblemsNoticeProps) {
  if (reading === null) return null;
  const failed = reading.error !== null && reading.error !== undefined;
  return (
    <>
      {failed ? (
        <ErrorNotice
          className="mb-4"
          title={`Could not check whether ${vm.name} can be started`}
          problem={errorText(reading.error)}
          onRetry={() => void reading.refetch()}
        />
      ) : null}
      <Suspense>{reading.data?.length ? <StartProblems vm={vm} problems={reading.data} /> : null}</Suspense>
    </>
  );
}
