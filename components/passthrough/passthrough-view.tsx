"use client";

import { TriangleAlert } from "lucide-react";
import { lazy, Suspense } from "react";
import { countOf } from "@/components/formats/numbers";
import { JobBanners } from "@/components/job/job-banners";
import type { JudgedReport } from "@/server/pci/schema";
import type { DeviceOwners } from "./device-owner";
import { ExplainError } from "./explain-error";
import { HostStrip } from "./host-strip";
import { PictureView } from "./picture/picture-view";
import { useViewChoice } from "./view-choice";
import { ViewSwitch } from "./view-switch";

const GroupSection = lazy(() => import("./group-section"));
const NamedSection = lazy(() => import("./named/named-section"));
const OpenCard = lazy(() => import("./card/open-card"));

export interface PassthroughViewProps {
  hostId: string;
  report: JudgedReport;
  owners: DeviceOwners;
  /** The address of the card that is open. */
  openAddress: string | null;
  onOpen(address: string | null): void;
}

/** A host's devices and groups, whole: as a picture, as a list or by names, with one card open beside it. */
export function PassthroughView({ hostId, report, owners, openAddress, onOpen }: PassthroughViewProps) {
  const [view, setView] = useViewChoice();
  const Devices = view === "picture" ? PictureView : GroupSection;
  return (
    <div className="flex flex-col gap-5">
      <JobBanners hostId={hostId} />
      <HostStrip hostId={hostId} report={report} />
      <Unreadable devices={report.unreadable} />
      <ExplainError hostId={hostId} onOpen={onOpen} />
      <section aria-labelledby="devices-heading">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h2 id="devices-heading" className="font-semibold text-lg">
            Devices
          </h2>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="text-muted text-sm">
              {countOf(report.groups.length, "group")}, {countOf(report.devices.length, "device")}
            </p>
            <ViewSwitch view={view} onChange={setView} />
          </div>
        </div>
        <div className="flex items-start gap-4">
          <div className="min-w-0 flex-1">
            <Suspense>
              {view === "named" ? (
                <NamedSection hostId={hostId} report={report} onOpen={onOpen} />
              ) : (
                <Devices report={report} owners={owners} openAddress={openAddress} onOpen={onOpen} />
              )}
            </Suspense>
          </div>
          <Suspense>
            {openAddress === null ? null : (
              <OpenCard
                hostId={hostId}
                report={report}
                owners={owners}
                address={openAddress}
                onOpen={onOpen}
              />
            )}
          </Suspense>
        </div>
      </section>
    </div>
  );
}

function Unreadable({ devices }: { devices: JudgedReport["unreadable"] }) {
  if (devices.length === 0) return null;
  return (
    <div className="flex gap-2.5 rounded-lg border border-border bg-warning/5 p-4">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <div className="min-w-0">
        <p className="font-medium">
          The kernel reports invalid data for these devices, so nobody can tell what they are:
        </p>
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
