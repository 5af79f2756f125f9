import { VerdictBadge } from "@/components/device/verdict-badge";
import { lookOf, weightLooks } from "@/components/device/verdict-look";
import { toneText } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { Reason, Verdict } from "@/server/pci/verdict.schema";

/** The verdict on a card, why, and what to do about each reason. */
export function VerdictSection({ verdict }: { verdict: Verdict }) {
  return (
    <section aria-label="Verdict">
      <VerdictBadge verdict={verdict} />
      <p className="text-muted">{lookOf(verdict).meaning}</p>
      {verdict.reasons.length === 0 ? null : (
        <ul className="mt-2 flex flex-col gap-2">
          {verdict.reasons.map((reason) => (
            <ReasonItem key={`${reason.code} ${reason.devices.join()} ${reason.message}`} reason={reason} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ReasonItem({ reason: { weight, message, fix } }: { reason: Reason }) {
  const { icon: Icon, tone, word } = weightLooks[weight];
  return (
    <li className="wrap-anywhere rounded-md border border-border px-3 py-2">
      <p className={classNames("flex items-center gap-1.5 font-medium text-sm", toneText[tone])}>
        <Icon aria-hidden className="size-4 shrink-0" />
        {word}
      </p>
      <p>{message}</p>
      {fix === null ? null : <p className="mt-0.5 text-muted">{fix}</p>}
    </li>
  );
}
