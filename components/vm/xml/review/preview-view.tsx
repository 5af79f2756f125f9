import { RotateCw, ShieldAlert } from "lucide-react";
import { DiffView } from "@/components/ui/diff-view";
import { DefinitionProblems } from "./definition-problems";
import type { Conflict, Preview } from "./use-preview";

/** What saving would do: what stands against it, what it changes, and what of it waits for the next start. */
export function PreviewView({
  preview: { problems, reach, diff, afterRestart, conflict },
}: {
  preview: Preview;
}) {
  return (
    <div className="flex flex-col gap-3">
      <DefinitionProblems
        title="libvirt would not take this definition. Close this and mend it."
        problems={problems}
      />
      {reach.length === 0 ? null : (
        <div className="flex gap-2 rounded-lg border border-warning/40 bg-warning/8 px-4 py-2.5">
          <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
          <div className="min-w-0">
            <p className="font-medium">What of the host the VM reaches by this change</p>
            <ul className="wrap-anywhere list-disc pl-5">
              {reach.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {conflict === null || conflict.theirs === "" ? null : (
        <DiffView title={`What ${whoChanged(conflict)} changed meanwhile`} diff={conflict.theirs} />
      )}
      <DiffView
        title={conflict === null ? "What changes" : "What your version changes in the current definition"}
        diff={diff}
      />
      {afterRestart.length === 0 ? null : (
        <p className="flex gap-2 rounded-lg border border-border bg-inset px-4 py-2.5">
          <RotateCw aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <span className="wrap-anywhere min-w-0">
            The VM is on and runs with what it was started with. It takes this over when it is shut down and
            started again: {afterRestart.join(", ")}.
          </span>
        </p>
      )}
    </div>
  );
}

/** Who changed a definition meanwhile, inside of a sentence. */
export function whoChanged({ now }: Conflict): string {
  return now.by ?? "somebody outside Passdeck";
}
