"use client";

import { OctagonAlert, TriangleAlert } from "lucide-react";
import { TabsList, TabsTrigger } from "@/components/ui/tabs";
import { useWizard } from "../wizard-context";
import { problemsOfStep, steps, stepsOf } from "./step-list";

/** The steps, each to be opened at any time, with a mark where something in it stands against the VM. */
export function StepTabs() {
  const { wizard, problems, choices } = useWizard();
  return (
    <TabsList aria-label="Steps">
      {stepsOf(wizard.way, choices).map((step) => {
        const found = problemsOfStep(problems, step, wizard.way);
        const failing = found.some(({ weight }) => weight === "fail");
        return (
          <TabsTrigger key={step} value={step}>
            <span className="flex items-center gap-1.5">
              {steps[step].label}
              {failing ? (
                <OctagonAlert role="img" aria-label="has errors" className="size-3.5 text-danger" />
              ) : null}
              {!failing && found.length > 0 ? (
                <TriangleAlert role="img" aria-label="has warnings" className="size-3.5 text-warning" />
              ) : null}
            </span>
          </TabsTrigger>
        );
      })}
    </TabsList>
  );
}
