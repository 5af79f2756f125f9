"use client";

import dynamic from "next/dynamic";
import { Loaded } from "@/components/data/loaded";
import { hostObject, useRights } from "@/components/data/use-rights";
import { devicesOf } from "@/components/fleet/device-names";
import { useHostReport } from "@/components/fleet/use-host-report";
import { Skeleton } from "@/components/ui/skeleton";
import type { VmSummary } from "@/server/fleet/schema";
import { screenKind } from "./screen-kind";
import { WithoutScreen } from "./without-screen";

const VncConsole = dynamic(() => import("./vnc-console").then(({ VncConsole: Console }) => Console), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
});

/** A VM's screen, or where it is instead. */
export function GraphicalConsole({ vm, inWindow }: { vm: VmSummary; inWindow: boolean }) {
  const mayNot = useRights(hostObject(vm.hostId))("host.watchReport");
  const hasDevices = vm.passthrough.length > 0 && mayNot === null;
  const report = useHostReport(hasDevices ? vm.hostId : null);
  const devices = devicesOf(report.data);
  const kind = screenKind(vm, devices);
  if (kind.kind === "vnc") return <VncConsole vm={vm} inWindow={inWindow} />;
  if (!hasDevices) return <WithoutScreen vm={vm} kind={kind} devices={devices} />;
  return (
    <Loaded reading={report} what="the host’s devices" skeleton={<Skeleton className="h-96" />}>
      {() => <WithoutScreen vm={vm} kind={kind} devices={devices} />}
    </Loaded>
  );
}
