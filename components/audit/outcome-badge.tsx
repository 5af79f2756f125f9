import { Ban, CircleAlert, CircleCheck, type LucideIcon, OctagonAlert, Undo2 } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import type { Outcome } from "@/server/database/audit-outcome.schema";

const looks: Readonly<Record<Outcome, { label: string; tone: Tone; icon: LucideIcon }>> = {
  done: { label: "Done", tone: "success", icon: CircleCheck },
  refused: { label: "Not allowed", tone: "danger", icon: Ban },
  conflict: { label: "Not done", tone: "warning", icon: CircleAlert },
  failed: { label: "Failed", tone: "danger", icon: OctagonAlert },
  crashed: { label: "Failed", tone: "danger", icon: OctagonAlert },
  undone: { label: "Undone", tone: "warning", icon: Undo2 },
};

/** What came of an act. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const { label, tone, icon: Icon } = looks[outcome];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {label}
    </Badge>
  );
}
