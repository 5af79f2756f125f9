import { CircleCheck, CircleX, LoaderCircle, type LucideIcon } from "lucide-react";
import { connectionWords } from "@/components/fleet/connection-words";
import { Badge, type Tone } from "@/components/ui/badge";
import type { HostSummary } from "@/server/fleet/schema";

type Connection = HostSummary["connection"];

const looks: Readonly<Record<Connection, { icon: LucideIcon; tone: Tone }>> = {
  connected: { icon: CircleCheck, tone: "success" },
  connecting: { icon: LoaderCircle, tone: "warning" },
  lost: { icon: CircleX, tone: "danger" },
};

/** How Passdeck stands with a host. */
export function ConnectionBadge({ connection }: { connection: Connection }) {
  const { icon: Icon, tone } = looks[connection];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {connectionWords[connection]}
    </Badge>
  );
}
