import { CircleCheck, CircleHelp, CircleX, type LucideIcon, TriangleAlert } from "lucide-react";
import { countOf } from "@/components/fleet/format";
import { type Tone, toneText } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { Check } from "@/server/host/checks/check.schema";

const looks: Readonly<Record<Check["status"], { icon: LucideIcon; tone: Tone; word: string }>> = {
  fail: { icon: CircleX, tone: "danger", word: "failed" },
  warn: { icon: TriangleAlert, tone: "warning", word: "warning" },
  unknown: { icon: CircleHelp, tone: "neutral", word: "unknown" },
  pass: { icon: CircleCheck, tone: "success", word: "passed" },
};
const order = Object.keys(looks) as Check["status"][];

/** Whether the host is ready for passthrough: how many checks passed, and on demand each of them, the worst first. */
export function HostChecks({ checks }: { checks: readonly Check[] }) {
  if (checks.length === 0) return null;
  const sorted = [...checks].sort((one, other) => order.indexOf(one.status) - order.indexOf(other.status));
  return (
    <details className="border-border border-t" open={sorted[0]?.status === "fail"}>
      <summary className="flex cursor-pointer flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
        <span className="font-medium">Readiness</span>
        {order.map((status) => (
          <Count
            key={status}
            status={status}
            count={checks.filter((check) => check.status === status).length}
          />
        ))}
      </summary>
      <ul className="grid gap-x-8 gap-y-3 px-4 pt-1 pb-3 lg:grid-cols-2">
        {sorted.map((check) => (
          <CheckItem key={check.id} check={check} />
        ))}
      </ul>
    </details>
  );
}

function Count({ status, count }: { status: Check["status"]; count: number }) {
  if (count === 0) return null;
  const { icon: Icon, tone, word } = looks[status];
  return (
    <span className={classNames("inline-flex items-center gap-1 text-sm", toneText[tone])}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {status === "warn" ? countOf(count, word) : `${count} ${word}`}
    </span>
  );
}

function CheckItem({ check: { status, title, detail, fix } }: { check: Check }) {
  const { icon: Icon, tone, word } = looks[status];
  return (
    <li className="flex gap-2">
      <Icon role="img" aria-label={word} className={classNames("mt-0.5 size-4 shrink-0", toneText[tone])} />
      <div className="wrap-anywhere min-w-0">
        <p className="font-medium">{title}</p>
        <p className="text-muted text-sm">{detail}</p>
        {fix === null ? null : <p className="whitespace-pre-wrap text-sm">{fix}</p>}
      </div>
    </li>
  );
}
