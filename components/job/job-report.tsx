"use client";

import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { downloadText } from "@/components/ui/download-text";

/** What a job found out, to be read and kept: Markdown, as it is. */
export function JobReport({ report, name }: { report: string; name: string }) {
  const download = () => downloadText(report, `${name}.md`, "text/markdown");
  return (
    <section aria-label="Report" className="mt-4">
      <div className="mb-1.5 flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">Report</h3>
        <span className="flex gap-2">
          <CopyButton text={report} what="report" />
          <Button onClick={download}>
            <Download aria-hidden />
            Download
          </Button>
        </span>
      </div>
      <pre className="wrap-anywhere whitespace-pre-wrap rounded-lg border border-border bg-inset px-3 py-2 font-mono text-sm leading-5">
        {report}
      </pre>
    </section>
  );
}
