import { ChevronRight } from "lucide-react";
import { checkLooks } from "@/components/fleet/check-look";
import { toneText } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { Check, Evidence } from "@/server/host/checks/check.schema";
import type { Draft } from "../prepare/use-draft";
import { CheckFix } from "./check-fix";

interface CheckItemProps {
  hostId: string;
  check: Check;
  draft: Draft;
}

/** One check: its answer in a line; on demand what it was seen in, why it matters and what to do. */
export function CheckItem({ hostId, check, draft }: CheckItemProps) {
  const { status, title, detail, why, evidence } = check;
  const { icon: Icon, tone, word } = checkLooks[status];
  return (
    <li id={check.id} className="scroll-mt-16">
      <details className="group" open={status === "fail" || status === "warn"}>
        <summary className="flex cursor-pointer gap-2.5 px-4 py-2 hover:bg-foreground/4">
          <Icon
            role="img"
            aria-label={word}
            className={classNames("mt-0.5 size-4 shrink-0", toneText[tone])}
          />
          <span className="wrap-anywhere min-w-0 flex-1">
            <span className="font-medium">{title}</span> <span className="text-muted">{detail}</span>
          </span>
          <ChevronRight
            aria-hidden
            className="mt-0.5 size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
          />
        </summary>
        <div className="flex flex-col gap-2 px-4 pb-3 pl-10.5">
          <p className="wrap-anywhere text-muted text-sm">{why}</p>
          <CheckFix hostId={hostId} check={check} draft={draft} />
          <EvidenceList evidence={evidence} />
        </div>
      </details>
    </li>
  );
}

function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null;
  return (
    <ul aria-label="Seen in" className="flex flex-col gap-1 text-sm">
      {evidence.map(({ file, line, text }) => (
        <li key={`${file} ${line} ${text}`} className="wrap-anywhere border-border border-l-2 pl-2">
          <span className="text-muted">{line === null ? file : `${file}, line ${line}`}</span>
          <span className="block font-mono">{text}</span>
        </li>
      ))}
    </ul>
  );
}
