import { GitMerge } from "lucide-react";
import { Loaded } from "@/components/data/loaded";
import { countOf } from "@/components/formats/numbers";
import { DiffView } from "@/components/ui/diff-view";
import { Skeleton } from "@/components/ui/skeleton";
import { DefinitionProblems } from "./definition-problems";
import { MergeChoice } from "./merge-choice";
import type { MergedDraft, MergeState } from "./use-merge";

interface MergeViewProps {
  merge: MergeState;
  who: string;
}

/** What comes of both changes together; where both changed the same, both, to choose from. */
export function MergeView({ merge, who }: MergeViewProps) {
  return (
    <Loaded
      reading={merge.reading}
      what="both changes together"
      skeleton={<Skeleton className="h-24 rounded-lg" />}
    >
      {(merged) => <Merged merged={merged} merge={merge} who={who} />}
    </Loaded>
  );
}

function Merged({ merged, merge, who }: MergeViewProps & { merged: MergedDraft }) {
  const { choices, choose, open } = merge;
  const { conflicts, problems, diff } = merged;
  return (
    <section aria-label="Both changes together" className="flex flex-col gap-3">
      <p role="status" className="flex gap-2">
        <GitMerge aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
        {conflicts.length === 0 ? cleanWords : conflictWords(conflicts.length, open)}
      </p>
      {conflicts.map((conflict) => (
        <MergeChoice
          key={conflict.place}
          conflict={conflict}
          who={who}
          chosen={choices[conflict.place]}
          onChoose={(side) => choose(conflict.place, side)}
        />
      ))}
      {open > 0 ? null : (
        <>
          <DefinitionProblems
            title="libvirt would not take both together. Choose otherwise, or go on writing."
            problems={problems}
          />
          <DiffView title="What both together change of the definition as it is now" diff={diff} />
        </>
      )}
    </section>
  );
}

const cleanWords = "Both changed different places, so both changes can be kept.";

function conflictWords(all: number, open: number): string {
  const places = `${countOf(all, "place")} ${all === 1 ? "was" : "were"} changed by both, each otherwise. All else is put together.`;
  if (open === 0) return `${places} ${all === 1 ? "It is" : "All are"} chosen.`;
  return `${places} Choose ${open === all ? "whose to keep" : `for ${open} more`}.`;
}
