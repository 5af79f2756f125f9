import { formatBytes, formatPercent } from "@/components/formats/numbers";
import { Progress } from "@/components/ui/progress";
import type { StepProgress } from "@/server/job/job.schema";

/** How far a step that moves bytes is: a bar with its figures; figures alone where the end is not known. */
export function StepProgressBar({
  label,
  progress: { done, total },
}: {
  label: string;
  progress: StepProgress;
}) {
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  return (
    <div className="mt-1 max-w-md text-muted text-sm tabular-nums">
      {share === null ? null : <Progress label={label} value={share} />}
      <p className="mt-0.5">
        {formatBytes(done)}
        {total === null ? "" : ` of ${formatBytes(total)}`}
        {share === null ? "" : `, ${formatPercent(share)}`}
      </p>
    </div>
  );
}
