"use client";

import { Pin, RotateCcw, Undo2 } from "lucide-react";
import { useRights } from "@/components/data/use-rights";
import { checkLooks } from "@/components/fleet/check-look";
import { formatTime } from "@/components/formats/times";
import { Badge, type Tone, toneText } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { ReasonButton } from "@/components/ui/reason-button";
import type { WishedChange } from "@/server/prepare/change.schema";
import type { MadeChange } from "@/server/work/prepare/state.schema";

const standings: Readonly<Record<MadeChange["state"], { word: string; tone: Tone }>> = {
  applying: { word: "Being applied", tone: "accent" },
  waiting: { word: "Waits for the restart", tone: "warning" },
  running: { word: "In force", tone: "success" },
  verified: { word: "Verified", tone: "success" },
  tried: { word: "Tried, and as planned", tone: "accent" },
  incomplete: { word: "Something is missing", tone: "danger" },
  undone: { word: "Taken back", tone: "neutral" },
  kept: { word: "Tried, and kept", tone: "neutral" },
};

const lost = { word: "Lost at the next start", tone: "danger" } as const;

interface MadeChangesProps {
  hostId: string;
  changes: readonly MadeChange[];
  onUndo(changeId: string): void;
  onKeep(changeId: string): void;
  /** Has what the next start would lose put there again. */
  onAgain(change: WishedChange): void;
}

/** What was changed of how the host starts and what came of it: the latest, and those before it on demand. */
export function MadeChanges({ changes, ...acts }: MadeChangesProps) {
  const [latest, ...earlier] = changes;
  if (latest === undefined) return null;
  return (
    <Card aria-labelledby="changes-heading">
      <CardHeader id="changes-heading" title="Changes of how the host starts" aside={changes.length} />
      <ul>
        <Change change={latest} {...acts} />
      </ul>
      {earlier.length === 0 ? null : (
        <details className="group border-border border-t">
          <summary className="cursor-pointer px-4 py-2 text-muted hover:bg-foreground/4">
            {earlier.length === 1 ? "One earlier change" : `${earlier.length} earlier changes`}
          </summary>
          <ul className="divide-y divide-border border-border border-t">
            {earlier.map((change) => (
              <Change key={change.id} change={change} {...acts} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

interface ChangeProps extends Omit<MadeChangesProps, "changes"> {
  change: MadeChange;
}

function Change({ hostId, change, onUndo, onKeep, onAgain }: ChangeProps) {
  const mayNot = useRights({ kind: "boot", hostId });
  const { id, title, state, at, by, files, findings, nextStart, notUndoable } = change;
  const isLost = nextStart !== null && nextStart.unknown === null;
  const { word, tone } = isLost ? lost : standings[state];
  return (
    <li className="flex flex-col gap-1.5 px-4 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="wrap-anywhere min-w-0">
          <span className="font-medium">{title}</span> <Badge tone={tone}>{word}</Badge>
        </p>
        <span className="flex gap-2">
          {state === "tried" ? (
            <ReasonButton variant="primary" reason={mayNot("prepare.keep")} onClick={() => onKeep(id)}>
              <Pin aria-hidden />
              <span>
                Keep<span className="sr-only">: {title}</span>
              </span>
            </ReasonButton>
          ) : null}
          {isLost ? (
            <ReasonButton
              variant="primary"
              reason={mayNot("prepare.run")}
              onClick={() => onAgain(nextStart.change)}
            >
              <RotateCcw aria-hidden />
              <span>
                Apply again<span className="sr-only">: {title}</span>
              </span>
            </ReasonButton>
          ) : null}
          {state === "undone" || state === "kept" ? null : (
            <ReasonButton reason={mayNot("prepare.undo") ?? notUndoable} onClick={() => onUndo(id)}>
              <Undo2 aria-hidden />
              <span>
                Take back<span className="sr-only">: {title}</span>
              </span>
            </ReasonButton>
          )}
        </span>
      </div>
      <p className="wrap-anywhere text-muted text-sm">
        {formatTime(at)}, by {by}
        {files.length === 0 ? "" : `: ${files.map(({ file }) => file).join(", ")}`}
      </p>
      {nextStart === null ? null : <p className="wrap-anywhere text-sm">{nextStartWords(nextStart)}</p>}
      <Findings findings={findings} />
    </li>
  );
}

function nextStartWords({ files, unknown }: NonNullable<MadeChange["nextStart"]>): string {
  if (unknown !== null) return `Whether the next start has it can’t be told: ${unknown}`;
  if (files.length === 0) return "The boot loader’s entries do not hold it any more.";
  const verb = files.length === 1 ? "does" : "do";
  return `${files.join(", ")} ${verb} not hold it any more: an update or somebody has changed that since.`;
}

function Findings({ findings }: { findings: MadeChange["findings"] }) {
  if (findings.length === 0) return null;
  return (
    <ul aria-label="After the restart" className="flex flex-col gap-1">
      {findings.map(({ what, status, detail }) => {
        const { icon: Icon, tone, word } = checkLooks[status];
        return (
          <li key={what} className="flex gap-2 text-sm">
            <Icon
              role="img"
              aria-label={word}
              className={classNames("mt-0.5 size-4 shrink-0", toneText[tone])}
            />
            <span className="wrap-anywhere min-w-0">
              {what}
              {detail === "" ? null : <span className="text-muted">: {detail}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
