"use client";

import { FolderX, ServerOff } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { lazy, Suspense } from "react";
import { availabilityPath } from "@/components/fleet/availability-path";
import { hostNamed, hostPath } from "@/components/fleet/host-address";
import { HostChoice } from "@/components/fleet/host-choice";
import { HostLoaded } from "@/components/fleet/host-loaded";
import { PageLink } from "@/components/fleet/page-link";
import { useFleetLoaded, useHosts } from "@/components/fleet/use-fleet";
import { useHostReport } from "@/components/fleet/use-host-report";
import { JobBanners } from "@/components/job/job-banners";
import { MaintenanceButton } from "@/components/maintenance/maintenance-button";
import { buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import type { HostSummary } from "@/server/fleet/schema";
import type { JudgedReport } from "@/server/pci/schema";
import { RestartNotice } from "../prepare/restart-notice";
import { useDraft } from "../prepare/use-draft";
import { type Restart, useRestart } from "../prepare/use-restart";
import { Readiness } from "./readiness";

const ChangesSection = lazy(() => import("../prepare/changes-section"));
const MaintenanceCard = lazy(() => import("@/components/maintenance/maintenance-card"));
const PrepareSection = lazy(() => import("../prepare/prepare-section"));

/** The page of a host: whether it is ready to hand devices to VMs, and what is changed to make it so. */
export function ReadinessPage() {
  const loaded = useFleetLoaded();
  const hosts = useHosts();
  const named = useSearchParams().get("host");
  const host = hostNamed(hosts, named);
  const restart = useRestart();
  const go = (hostId: string) => window.history.pushState(null, "", hostPath(hosts, hostId));
  return (
    <>
      <PageHeader
        title="Host"
        description="Whether this host is ready to hand devices to VMs, where that was seen, and what to do."
        actions={
          host === null ? undefined : (
            <>
              {hosts.length > 1 ? <HostChoice hosts={hosts} host={host} onChoose={go} /> : null}
              <PageLink href={availabilityPath(host.id)} className={buttonClasses()}>
                High availability
              </PageLink>
              {host.maintenance === null ? <MaintenanceButton key={host.id} host={host} /> : null}
            </>
          )
        }
      />
      {host === null || host.maintenance === null ? null : (
        <Suspense fallback={<Skeleton className="mb-5 h-28" />}>
          <MaintenanceCard key={host.id} host={host} maintenance={host.maintenance} />
        </Suspense>
      )}
      <RestartNotice state={restart.state} latest={restart.latest} />
      {loaded && host === null ? <NoHost named={named} /> : <Content host={host} restart={restart} />}
    </>
  );
}

function NoHost({ named }: { named: string | null }) {
  const description =
    named === null
      ? "Passdeck manages no host yet."
      : `This page's address names the host ${named}, which Passdeck does not manage.`;
  return <EmptyState icon={<ServerOff />} title="No host" description={description} />;
}

interface KnownHostProps {
  hostId: string;
  report: JudgedReport;
  restart: Restart;
}

/** First what was changed, and what to do about that; then the checks; then what to change next. */
function KnownHost({ hostId, report, restart }: KnownHostProps) {
  const draft = useDraft(report);
  return (
    <div className="flex flex-col gap-5">
      <JobBanners hostId={hostId} />
      <Suspense>
        <ChangesSection hostId={hostId} report={report} restart={restart} />
      </Suspense>
      <Readiness hostId={hostId} checks={report.checks} draft={draft} />
      <Suspense fallback={<Skeleton className="h-40" />}>
        <PrepareSection hostId={hostId} report={report} restart={restart} draft={draft} />
      </Suspense>
    </div>
  );
}

/** @param host null while nothing is known of the fleet. */
function Content({ host, restart }: { host: HostSummary | null; restart: Restart }) {
  const hostId = host?.id ?? null;
  const reading = useHostReport(hostId);
  return (
    <HostLoaded
      hostId={hostId}
      reading={reading}
      what="the host’s checks"
      skeleton={<Skeleton className="h-96" />}
    >
      {(report) =>
        report === null || hostId === null ? (
          <EmptyState
            icon={<FolderX />}
            title="This host’s files can’t be read"
            description={`Passdeck reads what a host is like from its /sys and /proc. ${host?.filesProblem ?? ""}`}
          />
        ) : (
          <KnownHost key={hostId} hostId={hostId} report={report} restart={restart} />
        )
      }
    </HostLoaded>
  );
}
