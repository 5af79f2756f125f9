import { CircleCheck, Clock, type LucideIcon, OctagonAlert } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import type { Delivery } from "@/server/notify/channel.schema";

const looks: Readonly<Record<Delivery["state"], { label: string; tone: Tone; icon: LucideIcon }>> = {
  sent: { label: "Sent", tone: "success", icon: CircleCheck },
  waiting: { label: "Tried again", tone: "warning", icon: Clock },
  refused: { label: "Refused", tone: "danger", icon: OctagonAlert },
  "given-up": { label: "Failed", tone: "danger", icon: OctagonAlert },
};

/** How a message fared. */
export function DeliveryBadge({ state }: Pick<Delivery, "state">) {
  const { label, tone, icon: Icon } = looks[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {label}
    </Badge>
  );
}
