import type { PoolSummary } from "../../storage/pool.schema";
import type { Notifications } from "../notifications";
import { aboutNothing, type Occurrence } from "../occurrence.schema";
import { poolPage } from "../pages";
import { subjectWords } from "../subject.schema";

/** So much less than the threshold has to be in use before a pool counts as well again; per cent of it. */
const hysteresisPercent = 5;
/** With less than this left it is critical; per cent. */
const nearlyNothing = 2;

/**
 * Tells of pools of which more than `percent` is in use, each once until it has room again: well below the threshold, so that one
 * that goes up and down around it is not told again and again.
 */
export function tellFullPools(
  hostId: string,
  pools: readonly PoolSummary[],
  percent: number,
  notifications: Pick<Notifications, "raise" | "clear">,
): void {
  for (const pool of pools) {
    // A pool that is stopped, or can't be read, is neither full nor empty.
    if (pool.state === "inactive" || pool.unreadable !== null || pool.capacityBytes === 0) continue;
    const condition = `pool-nearly-full/${hostId}/${pool.id}`;
    const used = 100 - (100 * pool.availableBytes) / pool.capacityBytes;
    if (used > percent) notifications.raise(condition, occurrenceOf(hostId, pool, used));
    else if (used < percent - hysteresisPercent) notifications.clear(condition);
  }
}

function occurrenceOf(hostId: string, { name, availableBytes }: PoolSummary, used: number): Occurrence {
  const left = (availableBytes / 2 ** 30).toFixed(1);
  return {
    ...aboutNothing,
    subject: "pool-nearly-full",
    severity: 100 - used < nearlyNothing ? "critical" : subjectWords["pool-nearly-full"].severity,
    at: Date.now(),
    title: `The storage pool ${name} on ${hostId} is nearly full`,
    detail: `${Math.floor(used)} % of it is in use, ${left} GiB are left. VMs whose disks grow in it are paused when it is full.`,
    hostId,
    page: poolPage(hostId, name),
  };
}
