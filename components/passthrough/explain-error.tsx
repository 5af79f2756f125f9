"use client";

import { lazy, Suspense, useState } from "react";
import { hostObject, useRights } from "@/components/data/use-rights";
import { Card } from "@/components/ui/card";

const ExplainForm = lazy(() => import("./explain-form"));

/** A place to paste an error, folded until somebody has one. */
export function ExplainError({ hostId, onOpen }: { hostId: string; onOpen(address: string): void }) {
  const [isOpen, setOpen] = useState(false);
  if (useRights(hostObject(hostId))("passthrough.explain") !== null) return null;
  return (
    <Card>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="cursor-pointer px-4 py-2 font-medium">Explain an error</summary>
        <Suspense>{isOpen ? <ExplainForm hostId={hostId} onOpen={onOpen} /> : null}</Suspense>
      </details>
    </Card>
  );
}
