import { TriangleAlert } from "lucide-react";
import type { HostReport } from "@/server/pci/schema";
import type { DeviceOwners } from "./device-owner";
import { GpuSection } from "./gpu-section";
import { GroupSection } from "./group-section";
import { HostStrip } from "./host-strip";

export interface PassthroughViewProps {
  report: HostReport;
  owners: DeviceOwners;
}

/** A host's devices and groups, whole. */
export function PassthroughView({ report, owners }: PassthroughViewProps) {
  return (
    <div className="flex flex-col gap-7">
      <HostStrip report={report} />
      <Unreadable devices={report.unreadable} />
      <GpuSection report={report} owners={owners} />
      <GroupSection report={report} owners={owners} />
    </div>
  );
}

function Unreadable({ devices }: { devices: HostReport["unreadable"] }) {
  if (devices.length === 0) return null;
  return (
    <div className="flex gap-2.5 rounded-lg border border-border bg-warning/5 p-4">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <div className="min-w-0">
        <p className="font-medium">Left out, because what the kernel says of them makes no sense:</p>
        <ul className="mt-1 space-y-0.5">
          {devices.map(({ address, detail }) => (
            <li key={address}>
              <span className="font-mono">{address}</span>: {detail}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
