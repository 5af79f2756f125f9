import { MonitorCheck } from "lucide-react";
import { Badge } from "@/components/ui/badge";

/** Marks the graphics device on which the firmware showed its screen. */
export function BootDisplayBadge() {
  return (
    <Badge tone="warning" title="The firmware and the host's console show their screen on this device.">
      <MonitorCheck aria-hidden />
      Boot display
    </Badge>
  );
}
