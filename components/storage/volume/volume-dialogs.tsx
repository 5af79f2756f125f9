"use client";

import { lazy, Suspense } from "react";
import type { PoolSummary } from "@/server/storage/pool.schema";
import type { VolumeSummary } from "@/server/storage/volume.schema";
import type { VolumeQuestion } from "./volume-question";

const CreateVolumeDialog = lazy(() => import("./create-volume-dialog"));
const UploadDialog = lazy(() => import("../upload/upload-dialog"));
const FetchDialog = lazy(() => import("./fetch-dialog"));
const ResizeDialog = lazy(() => import("./resize-dialog"));
const CloneDialog = lazy(() => import("./clone-dialog"));
const DeleteVolumeDialog = lazy(() => import("./delete-volume-dialog"));

export interface VolumeDialogsProps {
  question: VolumeQuestion | null;
  hostId: string;
  pool: PoolSummary;
  pools: readonly PoolSummary[];
  volumes: readonly VolumeSummary[];
  onClose(): void;
  /** Something is another one now. */
  onChanged(): void;
}

/** The one place where what is asked about volumes appears. */
export function VolumeDialogs({ question, pools, volumes, ...common }: VolumeDialogsProps) {
  const { hostId, pool, onClose } = common;
  const taken = volumes.map(({ name }) => name);
  if (question === null) return null;
  return (
    <Suspense>
      {question.kind === "create" ? <CreateVolumeDialog {...common} taken={taken} /> : null}
      {question.kind === "upload" ? (
        <UploadDialog hostId={hostId} pool={pool.name} taken={taken} onClose={onClose} />
      ) : null}
      {question.kind === "fetch" ? (
        <FetchDialog hostId={hostId} pool={pool.name} taken={taken} onClose={onClose} />
      ) : null}
      {question.kind === "resize" ? <ResizeDialog {...common} volume={question.volume} /> : null}
      {question.kind === "clone" ? (
        <CloneDialog {...common} pools={pools} taken={taken} volume={question.volume} />
      ) : null}
      {question.kind === "delete" ? <DeleteVolumeDialog {...common} volume={question.volume} /> : null}
    </Suspense>
  );
}
