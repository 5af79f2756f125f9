"use client";

import { stateLooks, stateOrder } from "@/components/fleet/state-look";
import { useHosts } from "@/components/fleet/use-fleet";
import { useStateCounts } from "@/components/fleet/use-fleet-facts";
import { formatNumber } from "@/components/formats/numbers";
import { toneText } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";

/** How many VMs are in which state, each state leading to its VMs. */
export function VmStatesCard() {
  const counts = useStateCounts();
  const connecting = useHosts().some(({ connection }) => connection === "connecting");
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <Card>
      <CardHeader
        title="VMs"
        aside={
          <Link href="/vms" className="inline-flex min-h-6 items-center text-accent hover:underline">
            All {formatNumber(total)}
          </Link>
        }
      />
      {total === 0 ? (
        <p role="status" className="px-4 py-3 text-muted">
          {connecting ? "Connecting to the host…" : "There are no VMs yet."}
        </p>
      ) : null}
      <ul className="p-1.5">
        {stateOrder
          .filter((state) => counts.has(state))
          .map((state) => {
            const { word, icon: Icon, tone } = stateLooks[state];
            const count = counts.get(state) ?? 0;
            return (
              <li key={state}>
                <Link
                  href={`/vms?state=${state}`}
                  className="flex h-8 items-center gap-3 rounded-md px-2.5 hover:bg-foreground/5"
                >
                  <Icon aria-hidden className={classNames("size-4 shrink-0", toneText[tone])} />
                  <span className="w-28 shrink-0">{word}</span>
                  <span
                    aria-hidden
                    className="h-1.5 min-w-0 flex-1 overflow-hidden rounded-full bg-foreground/7"
                  >
                    <span
                      className={classNames("block h-full min-w-0.5 rounded-full bg-current", toneText[tone])}
                      style={{ width: `${(count / total) * 100}%` }}
                    />
                  </span>
                  <span className="w-10 text-right font-medium tabular-nums">{formatNumber(count)}</span>
                </Link>
              </li>
            );
          })}
      </ul>
    </Card>
  );
}
