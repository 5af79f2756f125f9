import { formatTime } from "@/components/formats/times";
import { Card, CardHeader } from "@/components/ui/card";
import type { ClusterFailure } from "@/server/cluster/cluster.schema";

/** What resources were to do and did not, until somebody cleans that up. */
export function FailureList({ failures }: { failures: readonly ClusterFailure[] }) {
  return (
    <Card aria-labelledby="cluster-failures">
      <CardHeader id="cluster-failures" title="Failures" />
      {failures.length === 0 ? (
        <p className="px-4 py-3 text-muted">No resource has failed, or somebody has seen to it.</p>
      ) : (
        <ul className="divide-y divide-border">
          {failures.map(({ resource, task, node, reason, at }) => (
            <li key={`${resource} ${task} ${node}`} className="wrap-anywhere px-4 py-2">
              <span className="font-medium">{resource}</span>: {task} on {node}{" "}
              <span className="text-muted text-sm">{at === null ? "" : formatTime(at)}</span>
              <span className="block text-muted text-sm">{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
