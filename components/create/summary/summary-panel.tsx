"use client";

import { lazy, Suspense, useState } from "react";
import { errorText } from "@/components/data/error-text";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorNotice } from "@/components/ui/error-notice";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { StepId } from "../steps/step-list";
import type { CreationReading } from "../use-creation";
import { ProblemLinks } from "./problem-links";
import { SummaryFacts } from "./summary-facts";

const XmlView = lazy(() =>
  import("@/components/ui/xml/xml-view").then((part) => ({ default: part.XmlView })),
);

interface SummaryPanelProps {
  creation: CreationReading;
  onStep(step: StepId): void;
  /** Makes the VM; null while it can't be. */
  onCreate: (() => void) | null;
  /** Why it can't be made by whoever is signed in; null where it can. */
  whyNot: string | null;
  busy: boolean;
  problem: string | null;
}

/** What will be created, always in sight: in lines and as XML, what stands against it, and the button that makes it. */
export function SummaryPanel({ creation, onStep, onCreate, whyNot, busy, problem }: SummaryPanelProps) {
  const [shown, setShown] = useState("summary");
  const { data, error, refetch } = creation;
  return (
    <Card
      aria-label="Summary"
      className="lg:sticky lg:top-5 lg:flex lg:max-h-[calc(100dvh-2.5rem)] lg:flex-col"
    >
      <Tabs value={shown} onValueChange={setShown} className="min-h-0 lg:flex lg:flex-col">
        <TabsList aria-label="What will be created" className="mb-0 shrink-0 px-2">
          <TabsTrigger value="summary">Summary</TabsTrigger>
          <TabsTrigger value="xml">XML</TabsTrigger>
        </TabsList>
        <TabsContent value="summary" className="overflow-y-auto">
          <SummaryFacts />
        </TabsContent>
        <TabsContent value="xml" className="min-h-0 p-2">
          {data === undefined ? (
            <p className="px-2 py-3 text-muted">
              The definition appears here once the first step is complete.
            </p>
          ) : (
            <Suspense>
              <XmlView xml={data.xml} label="Resulting definition" />
            </Suspense>
          )}
        </TabsContent>
      </Tabs>
      <div className="flex shrink-0 flex-col gap-2 overflow-y-auto border-border border-t px-4 py-3 lg:max-h-1/2">
        <ProblemLinks checked={creation.current} onStep={onStep} />
        {error === null || error === undefined ? null : (
          <ErrorNotice
            title="Could not read the plan"
            problem={errorText(error)}
            onRetry={() => void refetch()}
          />
        )}
        <p role="alert" className="wrap-anywhere text-danger empty:hidden">
          {problem}
        </p>
        {whyNot === null ? null : <p className="text-muted text-sm">{whyNot}</p>}
        <Button
          variant="primary"
          aria-disabled={onCreate === null || busy}
          onClick={() => (busy ? undefined : onCreate?.())}
        >
          {busy ? "Creating…" : "Create"}
        </Button>
      </div>
    </Card>
  );
}
