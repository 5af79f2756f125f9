"use client";

import { useEffect, useRef } from "react";
import type { CheckProgress } from "./check-progress";
import { stepTitles } from "./check-step-look";
import { CheckSteps } from "./check-steps";
import { KeyQuestion } from "./key-question";

export interface CheckViewProps {
  progress: CheckProgress;
  onAccept(): void;
}

/** How the test of the way to a host goes, and the key that it asks about. */
export function CheckView({ progress, onAccept }: CheckViewProps) {
  const { outcome, steps, seen, problem } = progress;
  const heading = useRef<HTMLHeadingElement>(null);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It stands below a form that may fill the window.
    if (outcome !== "none") end.current?.scrollIntoView({ block: "nearest" });
  }, [outcome]);
  if (outcome === "none") return null;
  const how = steps.find(({ step }) => step === "key")?.fix ?? null;
  return (
    <section aria-label="Test" className="flex flex-col gap-2">
      <h3 ref={heading} tabIndex={-1} className="font-semibold outline-none">
        Test
      </h3>
      <p role="status" className="sr-only">
        {outcomeWords(progress)}
      </p>
      <CheckSteps steps={steps} asksForKey={seen !== null} />
      {seen === null || outcome === "runs" ? null : (
        <KeyQuestion
          seen={seen}
          how={how}
          onAccept={() => {
            // The button is about to go.
            heading.current?.focus({ preventScroll: true });
            onAccept();
          }}
        />
      )}
      <p role="alert" className="wrap-anywhere text-danger empty:hidden">
        {problem}
      </p>
      <div ref={end} />
    </section>
  );
}

function outcomeWords({ outcome, steps }: CheckProgress): string {
  const at = (state: string) => {
    const found = steps.find((one) => one.state === state);
    return found === undefined ? "" : stepTitles[found.step];
  };
  switch (outcome) {
    case "none":
      return "";
    case "runs":
      return `Testing: ${at("runs")}`;
    case "passed":
      return "The test passed.";
    case "asks":
      return "A host key has to be accepted.";
    case "failed":
      return `The test failed: ${at("failed")}.`;
    case "stopped":
      return "The test was stopped.";
  }
}
