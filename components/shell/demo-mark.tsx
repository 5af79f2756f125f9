"use client";

import { useSession } from "@/components/data/session";
import { Badge } from "@/components/ui/badge";

/** Says on every page that what it shows is made up. */
export function DemoMark() {
  if (useSession()?.demo !== true) return null;
  return (
    <Badge tone="warning" title="Made-up VMs and hardware; nothing of this machine is touched.">
      Demo
    </Badge>
  );
}
