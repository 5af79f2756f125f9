import { formatTime } from "@/components/formats/times";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import type { FencingEvent } from "@/server/cluster/cluster.schema";

const looks: Readonly<Record<FencingEvent["state"], { word: string; tone: Tone }>> = {
  success: { word: "Done", tone: "success" },
  failed: { word: "Failed", tone: "danger" },
  pending: { word: "Under way", tone: "warning" },
};

/** Which nodes were cut off, the latest first. @param events null where it could not be read. */
export function FencingList({ events }: { events: readonly FencingEvent[] | null }) {
  return (
    <Card aria-labelledby="cluster-fencing">
      <CardHeader id="cluster-fencing" title="Fencing" />
      {events === null || events.length === 0 ? (
        <p className="px-4 py-3 text-muted">
          {events === null ? "It could not be read which nodes were fenced." : "No node was fenced."}
        </p>
      ) : (
        <ul className="divide-y divide-border">
          {events.map(({ node, action, by, state, reason, at }) => (
            <li
              key={`${node} ${at}`}
              className="wrap-anywhere flex flex-wrap items-baseline gap-x-2 px-4 py-2"
            >
              <Badge tone={looks[state].tone}>{looks[state].word}</Badge>
              <span className="font-medium">{node}</span>
              <span>
                {action}, asked for by {by}
              </span>
              <span className="text-muted text-sm">{at === null ? "" : formatTime(at)}</span>
              {reason === null ? null : <span className="basis-full text-muted text-sm">{reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
