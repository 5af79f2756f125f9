import { Wrench } from "lucide-react";
import { Badge } from "@/components/ui/badge";

/** The sign of a host in maintenance. */
export function MaintenanceBadge() {
  return (
    <Badge tone="warning">
      <Wrench aria-hidden />
      Maintenance
    </Badge>
  );
}
