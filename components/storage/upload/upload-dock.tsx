"use client";

import { lazy, Suspense, useEffect } from "react";
import { countOf } from "@/components/formats/numbers";
import { isUnderWay } from "./upload-board";
import { useUploads } from "./use-uploads";

const UploadItem = lazy(() => import("./upload-item"));

/** Below every page, as long as there is something of uploads to tell. */
export function UploadDock() {
  const uploads = useUploads();
  const active = uploads.filter(isUnderWay).length;
  useLeaveGuard(active > 0);
  if (uploads.length === 0) return null;
  return (
    <section
      aria-label="Uploads"
      className="sticky bottom-13 z-20 max-h-[40dvh] overflow-y-auto border-border border-t bg-surface sm:bottom-0"
    >
      <p role="status" className="sr-only">
        {active === 0 ? "No uploads in progress" : `${countOf(active, "upload")} in progress`}
      </p>
      <ul className="divide-y divide-border">
        <Suspense>
          {uploads.map((upload) => (
            <UploadItem key={upload.id} upload={upload} />
          ))}
        </Suspense>
      </ul>
    </section>
  );
}

/** Has the browser ask before the page is closed or loaded anew: that would stop what is under way. */
function useLeaveGuard(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [active]);
}
