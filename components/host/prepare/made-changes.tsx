"use client";

import { Pin, Undo2 } from "lucide-react";
import { useRights } from "@/components/data/use-rights";
import { checkLooks } from "@/components/fleet/check-look";
import { Badge, type Tone, toneText } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { ReasonButton } from "@/components/ui/reason-button";
import type { MadeChange } from "@/server/work/prepare/state.schema";

const standings: Readonly<Record<MadeChange["state"], { word: string; tone: Tone }>> = {
  applying: { word: "Being applied", tone: "accent" },
  waiting: { word: "Waits for the restart", tone: "warning" },
  verified: { word: "Verified", tone: "success" },
  tried: { word: "Tried, and as planned", tone: "accent" },
  incomplete: { word: "Something is missing", tone: "danger" },
  undone: { word: "Taken back", tone: "neutral" },
};

interface MadeChangesProps {
  hostId: string;
  changes: readonly MadeChange[];
  onUndo(changeId: string): void;
  onKeep(changeId: string): void;
}

/** What was changed of how the host starts, the latest first, and what came of it. */
export function MadeChanges({ hostId, changes, onUndo, onKeep }: MadeChangesProps) {
  const mayNot = useRights({ kind: "boot", hostId });
  if (changes.length === 0) return null;
  return (
    <Card aria-labelledby="changes-heading">
      <CardHeader id="changes-heading" title="Changes" aside={changes.length} />
      <ul className="divide-y divide-border">
        {changes.map((change) => (
          <li key={change.id} className="flex flex-col gap-1.5 px-4 py-2.5">
            <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <p className="wrap-anywhere min-w-0">
                <span className="font-medium">{change.title}</span>{" "}
                <Badge tone={standings[change.state].tone}>{standings[change.state].word}</Badge>
              </p>
              {change.state === "tried" ? (
                <ReasonButton
                  variant="primary"
                  reason={mayNot("prepare.keep")}
                  onClick={() => onKeep(change.id)}
                >
                  <Pin aria-hidden />
                  <span>
                    Keep<span className="sr-only">: {change.title}</span>
                  </span>
                </ReasonButton>
              ) : null}
              {change.state === "undone" ? null : (
                <ReasonButton
                  reason={mayNot("prepare.undo") ?? change.notUndoable}
                  onClick={() => onUndo(change.id)}
                >
                  <Undo2 aria-hidden />
                  <span>
                    Take back<span className="sr-only">: {change.title}</span>
                  </span>
                </ReasonButton>
              )}
            </div>
            <p className="wrap-anywhere text-muted text-sm">
              {new Date(change.at).toLocaleString("en-GB")}, by {change.by}
              {change.files.length === 0 ? "" : `: ${change.files.map(({ file }) => file).join(", ")}`}
            </p>
            <Findings findings={change.findings} />
          </li>
        ))}
      </ul>
    </Card>
  );
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
