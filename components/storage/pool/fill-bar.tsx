import { formatBytes, formatPercent } from "@/components/formats/numbers";
import { Bar } from "@/components/ui/progress";
import type { PoolSummary } from "@/server/storage/pool.schema";
import { poolFill } from "./pool-look";

/** How full a pool is: a bar, and the figures in words. */
export function FillBar({ pool }: { pool: PoolSummary }) {
  const fill = poolFill(pool);
  if (fill === null) return <span className="text-muted">–</span>;
  const tone = fill >= 0.95 ? "danger" : fill >= 0.85 ? "warning" : "accent";
  return (
    <div className="min-w-0 pt-1.5 tabular-nums">
      <Bar value={fill} tone={tone} />
      <p className="mt-1 text-sm">
        {formatBytes(pool.availableBytes)} free{" "}
        <span className="text-muted">
          of {formatBytes(pool.capacityBytes)}, {formatPercent(fill)} used
        </span>
      </p>
    </div>
  );
}
