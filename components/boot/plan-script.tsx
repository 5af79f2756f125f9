import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { downloadText } from "@/components/ui/download-text";

const fileName = "passdeck-plan.sh";

/** A plan as a script to take along: what it does, how it is called, and the text itself where it is asked for. */
export function PlanScript({ script }: { script: string }) {
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-border px-3 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-medium">As a script</span>
        <span className="flex flex-wrap gap-2">
          <CopyButton text={script} what="the script" />
          <Button onClick={() => downloadText(script, fileName, "text/x-shellscript")}>
            <Download aria-hidden />
            Download
          </Button>
        </span>
      </div>
      <p className="text-muted">
        It does nothing where a file has changed since, keeps copies of what it changes, and puts everything
        back where a step fails. On the host: <code className="wrap-anywhere">sudo sh {fileName} apply</code>,
        and to take it back <code className="wrap-anywhere">sudo sh {fileName} undo</code>.
      </p>
      <details>
        <summary className="cursor-pointer">Show the script</summary>
        <pre className="mt-2 max-h-80 overflow-auto rounded-lg border border-border bg-inset px-3 py-2 font-mono text-sm leading-5">
          {script}
        </pre>
      </details>
    </div>
  );
}
