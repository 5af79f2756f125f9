"use client";

import { CircleCheck, CircleX } from "lucide-react";
import { countOf } from "@/components/formats/numbers";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import type { Outcome } from "./perform";

export interface ResultsDialogProps {
  /** What was asked for: "Start". */
  label: string;
  outcomes: readonly Outcome[];
  onClose: () => void;
}

/** What came of each VM of several: those that failed first, with the reason. */
export default function ResultsDialog({ label, outcomes, onClose }: ResultsDialogProps) {
  const failed = outcomes.filter((outcome) => !outcome.ok);
  const done = outcomes.filter((outcome) => outcome.ok);
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        title={`${label}: ${failed.length} of ${countOf(outcomes.length, "VM")} failed`}
        footer={
          <DialogClose asChild>
            <Button variant="primary">Close</Button>
          </DialogClose>
        }
      >
        <ul className="mt-3 divide-y divide-border">
          {[...failed, ...done].map((outcome) => (
            <ResultLine key={outcome.key} outcome={outcome} />
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  );
}

function ResultLine({ outcome }: { outcome: Outcome }) {
  return (
    <li className="flex gap-2 py-2">
      {outcome.ok ? (
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
      ) : (
        <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      )}
      <div className="wrap-anywhere min-w-0">
        <p className="font-medium">
          {outcome.name} <span className="font-normal text-muted">{outcome.ok ? "done" : "failed"}</span>
        </p>
        {outcome.message === null ? null : <p className="text-muted">{outcome.message}</p>}
      </div>
    </li>
  );
}
