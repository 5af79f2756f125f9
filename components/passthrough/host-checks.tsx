import { type CheckStatus, checkLooks, checkOrder } from "@/components/fleet/check-look";
import { countOf } from "@/components/formats/numbers";
import { toneText } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import type { Check } from "@/server/host/checks/check.schema";

/** How many of the host's checks passed and how many did not; the host's page has each of them. */
export function HostChecks({ checks, href }: { checks: readonly Check[]; href: string }) {
  if (checks.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-border border-t px-4 py-2">
      <Link href={href} className="min-h-6 font-medium text-accent hover:underline">
        Readiness
      </Link>
      {checkOrder.map((status) => (
        <Count
          key={status}
          status={status}
          count={checks.filter((check) => check.status === status).length}
        />
      ))}
    </div>
  );
}

function Count({ status, count }: { status: CheckStatus; count: number }) {
  if (count === 0) return null;
  const { icon: Icon, tone, word } = checkLooks[status];
  return (
    <span className={classNames("inline-flex items-center gap-1 text-sm", toneText[tone])}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {status === "warn" ? countOf(count, word) : `${count} ${word}`}
    </span>
  );
}
