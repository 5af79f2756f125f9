"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import type { VmSummary } from "@/server/fleet/schema";

const ConsolePane = dynamic(() => import("./console-pane"), {
  ssr: false,
  loading: () => <Skeleton className="h-[70dvh] min-h-80" />,
});

/** A VM's serial console, with all that it printed lately. The terminal's code is loaded when this is first shown. */
export function SerialConsole({ vm }: { hostId: string; vm: VmSummary }) {
  return <ConsolePane key={`${vm.hostId}/${vm.id}`} vm={vm} />;
}
