"use client";

import { lazy, Suspense, useState } from "react";
import { Badge } from "@/components/ui/badge";

const DemoDialog = lazy(() => import("./demo-dialog"));

/** Says on every page that what it shows is made up; pressed, what that means. */
export default function DemoMark() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="inline-flex min-h-6 items-center rounded-sm"
        title="A made-up host. What you do here happens to it alone."
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Badge tone="warning">Demo</Badge>
      </button>
      {open ? (
        <Suspense>
          <DemoDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
