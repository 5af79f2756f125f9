"use client";

import { Monitor, MonitorX } from "lucide-react";
import type { DeviceMap } from "@/components/fleet/device-names";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { VmSummary } from "@/server/fleet/schema";
import { OwnGpuWays } from "./own-gpu-ways";
import type { ScreenKind } from "./screen-kind";
import { useAddScreen } from "./use-add-screen";

export interface WithoutScreenProps {
  vm: VmSummary;
  kind: Exclude<ScreenKind, { kind: "vnc" }>;
  devices: DeviceMap;
}

/** Where the VM's screen is, when it is not here, and what can be done about it. */
export function WithoutScreen({ vm, kind, devices }: WithoutScreenProps) {
  const { add, pending, addedForNextStart } = useAddScreen(vm);
  const action = (
    <div className="flex flex-col items-center gap-2">
      <Button
        variant={kind.kind === "gpu" ? "secondary" : "primary"}
        disabled={pending || addedForNextStart}
        onClick={add}
      >
        Add a VNC screen
      </Button>
      <p role="status" className="text-muted text-sm">
        {addedForNextStart ? `It is there once ${vm.name} was shut down and started again.` : ""}
      </p>
    </div>
  );
  if (kind.kind === "gpu") {
    return (
      <EmptyState
        icon={<Monitor />}
        title={`${vm.name} shows its picture on its own GPU`}
        description={<OwnGpuWays vm={vm} addresses={kind.addresses} devices={devices} />}
        action={action}
      />
    );
  }
  return kind.kind === "spice" ? (
    <EmptyState
      icon={<Monitor />}
      title={`${vm.name}’s screen speaks SPICE`}
      description={
        <>
          No browser shows SPICE. Open it with <code>virt-viewer {vm.name}</code> on its host, or give the VM
          a VNC screen beside it, which stays as it is.
        </>
      }
      action={action}
    />
  ) : (
    <EmptyState
      icon={<MonitorX />}
      title={`${vm.name} has no screen`}
      description="Its definition has no graphics. A VNC screen is added to it with one click; it listens on the host alone, and Passdeck shows it here."
      action={action}
    />
  );
}
