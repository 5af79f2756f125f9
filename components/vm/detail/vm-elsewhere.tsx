import { MonitorX } from "lucide-react";
import Link from "next/link";
import { useHostLabel } from "@/components/fleet/use-host-label";
import { buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { VmSummary } from "@/server/fleet/schema";

/** Stands where a VM was before it was migrated. */
export function VmElsewhere({ vm }: { vm: VmSummary }) {
  const host = useHostLabel()(vm.hostId);
  return (
    <EmptyState
      headingLevel={1}
      icon={<MonitorX />}
      title={`${vm.name} is on ${host}`}
      description="The host of this address has no VM of this UUID."
      action={
        <Link href={`/vms/${vm.hostId}/${vm.id}`} className={buttonClasses()}>
          Go to {vm.name}
        </Link>
      }
    />
  );
}
