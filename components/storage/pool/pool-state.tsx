import { toneText } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { PoolSummary } from "@/server/storage/pool.schema";
import { poolStateLooks } from "./pool-look";

/** A pool's state as icon, word and colour. */
export function PoolState({ state }: { state: PoolSummary["state"] }) {
  const { word, icon: Icon, tone } = poolStateLooks[state];
  return (
    <span className={classNames("inline-flex items-center gap-1.5 whitespace-nowrap", toneText[tone])}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {word}
    </span>
  );
}
