"use client";

import { CircleStop, Disc3, Download, Plus, SearchX, Upload } from "lucide-react";
import { useState } from "react";
import { Loaded } from "@/components/data/loaded";
import { poolObject, useRights } from "@/components/data/use-rights";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ReasonButton } from "@/components/ui/reason-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { PoolSummary } from "@/server/storage/pool.schema";
import type { VolumeSummary } from "@/server/storage/volume.schema";
import { useVolumes } from "../volume/use-volumes";
import { VolumeDialogs } from "../volume/volume-dialogs";
import { listVolumes, plainListing } from "../volume/volume-listing";
import type { VolumeQuestion } from "../volume/volume-question";
import { VolumeTable } from "../volume/volume-table";
import { VolumeToolbar } from "../volume/volume-toolbar";

export interface PoolVolumesProps {
  hostId: string;
  pool: PoolSummary;
  pools: readonly PoolSummary[];
}

/** A pool's volumes, and what makes new ones. */
export function PoolVolumes({ hostId, pool, pools }: PoolVolumesProps) {
  const volumes = useVolumes(hostId, pool);
  const [question, setQuestion] = useState<VolumeQuestion | null>(null);
  return (
    <>
      <Card className="@container" aria-label="Volumes">
        <Loaded inCard reading={volumes} what="the volumes" skeleton={<Skeleton className="m-4 h-48" />}>
          {(list) =>
            list === null ? (
              <Closed onAgain={() => void volumes.refetch()} />
            ) : (
              <Listed hostId={hostId} pool={pool.name} volumes={list} onAsk={setQuestion} />
            )
          }
        </Loaded>
      </Card>
      <VolumeDialogs
        question={question}
        hostId={hostId}
        pool={pool}
        pools={pools}
        volumes={volumes.data ?? []}
        onClose={() => setQuestion(null)}
        onChanged={() => void volumes.refetch()}
      />
    </>
  );
}

interface ListedProps {
  hostId: string;
  pool: string;
  volumes: readonly VolumeSummary[];
  onAsk(question: VolumeQuestion): void;
}

function Listed({ hostId, pool, volumes, onAsk }: ListedProps) {
  const [listing, setListing] = useState(plainListing);
  if (volumes.length === 0) return <NoVolumes hostId={hostId} pool={pool} onAsk={onAsk} />;
  const shown = listVolumes(volumes, listing);
  return (
    <>
      <VolumeToolbar listing={listing} onListing={setListing} shown={shown.length}>
        <MakeButtons hostId={hostId} pool={pool} onAsk={onAsk} />
      </VolumeToolbar>
      {shown.length === 0 ? (
        <EmptyState
          icon={<SearchX />}
          title="No volume matches"
          description="Search looks at names, paths, formats and the VMs that use them."
          action={<Button onClick={() => setListing({ ...listing, query: "" })}>Show all volumes</Button>}
        />
      ) : (
        <VolumeTable
          hostId={hostId}
          pool={pool}
          volumes={shown}
          listing={listing}
          onListing={setListing}
          onAsk={onAsk}
        />
      )}
    </>
  );
}

function MakeButtons({ hostId, pool, onAsk }: Pick<ListedProps, "hostId" | "pool" | "onAsk">) {
  const mayNot = useRights(poolObject(hostId, pool));
  return (
    <div className="flex flex-wrap gap-2 max-sm:[&_svg]:hidden">
      <ReasonButton reason={mayNot("storage.createVolume")} onClick={() => onAsk({ kind: "create" })}>
        <Plus aria-hidden />
        New volume
      </ReasonButton>
      <ReasonButton reason={mayNot("storage.downloadFromUrl")} onClick={() => onAsk({ kind: "fetch" })}>
        <Download aria-hidden />
        From a URL
      </ReasonButton>
      <ReasonButton
        reason={mayNot("storage.openUpload")}
        variant="primary"
        onClick={() => onAsk({ kind: "upload" })}
      >
        <Upload aria-hidden />
        Upload
      </ReasonButton>
    </div>
  );
}

function NoVolumes({ hostId, pool, onAsk }: Pick<ListedProps, "hostId" | "pool" | "onAsk">) {
  return (
    <EmptyState
      icon={<Disc3 />}
      title={`${pool} has no volumes yet`}
      description="Upload an installation ISO or a disk image, download one from a URL, or create an empty disk."
      action={<MakeButtons hostId={hostId} pool={pool} onAsk={onAsk} />}
    />
  );
}

/** Seen for a moment only, unless the pool was started again meanwhile: the live list soon tells what became of it. */
function Closed({ onAgain }: { onAgain(): void }) {
  return (
    <EmptyState
      icon={<CircleStop />}
      title="The pool was stopped"
      description="Its volumes can't be listed until it is started."
      action={<Button onClick={onAgain}>Refresh</Button>}
    />
  );
}
