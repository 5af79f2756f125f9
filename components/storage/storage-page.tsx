"use client";

import { HardDrive, Plus } from "lucide-react";
import { lazy, Suspense } from "react";
import { hostObject, useRights } from "@/components/data/use-rights";
import { HostPage } from "@/components/fleet/host-page";
import { HostProblemNotices } from "@/components/fleet/host-problems";
import { JobBanners } from "@/components/job/job-banners";
import { EmptyState } from "@/components/ui/empty-state";
import { ReasonButton } from "@/components/ui/reason-button";
import { PoolTable } from "./pool/pool-table";
import { usePools } from "./use-pools";

const SetUpNotice = lazy(() => import("@/components/basics/set-up-notice"));
const CatalogueButton = lazy(() => import("@/components/catalogue/catalogue-button"));
const CreatePoolDialog = lazy(() => import("./pool/create-pool-dialog"));

/** The storage of one host of the fleet: its pools, live. */
export function StoragePage() {
  return (
    <HostPage
      title="Storage"
      description="Storage pools hold VM disks and installation media."
      what="the host's pools"
      useThings={usePools}
      newButton={(hostId, begin) => (
        <>
          <Suspense>
            <CatalogueButton hostId={hostId} />
          </Suspense>
          <NewPoolButton hostId={hostId} primary onPress={begin} />
        </>
      )}
      newDialog={(hostId, _pools, close) => <CreatePoolDialog hostId={hostId} onClose={close} />}
    >
      {(hostId, pools, begin) => (
        <>
          <div className="mb-4 flex flex-col gap-4 empty:hidden">
            <HostProblemNotices />
            <JobBanners hostId={hostId} />
          </div>
          <Suspense>
            <SetUpNotice hostId={hostId} offered={pools.every(({ state }) => state === "inactive")} />
          </Suspense>
          {pools.length === 0 ? (
            <EmptyState
              icon={<HardDrive />}
              title="This host has no storage pools yet"
              description="A pool stores disks and installation media; a directory is enough. Create one, then upload an ISO."
              action={<NewPoolButton hostId={hostId} onPress={begin} />}
            />
          ) : (
            <PoolTable hostId={hostId} pools={pools} />
          )}
        </>
      )}
    </HostPage>
  );
}

function NewPoolButton({
  hostId,
  primary = false,
  onPress,
}: {
  hostId: string;
  primary?: boolean;
  onPress(): void;
}) {
  return (
    <ReasonButton
      reason={useRights(hostObject(hostId))("storage.createPool")}
      variant={primary ? "primary" : "secondary"}
      onClick={() => onPress()}
    >
      <Plus aria-hidden />
      New pool
    </ReasonButton>
  );
}
