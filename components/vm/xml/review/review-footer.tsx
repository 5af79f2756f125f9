"use client";

import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import type { Preview } from "./use-preview";

export interface ReviewFooterProps {
  label: string;
  /** Why the viewer may not save, as a sentence; null where they may. */
  mayNot: string | null;
  /** null while it is not here, or could not be had. */
  preview: Preview | null;
  busy: boolean;
  problem: string | null;
  onSave(): void;
  onTakeTheirs?(): void;
  onRebase(): void;
  /** Takes both changes; left out where they can't be put together. */
  onMerge?: (() => void) | undefined;
  /** What both changes give together is here, and libvirt would take it. */
  mergeable: boolean;
}

/** The yes under a change of a definition, or the ways out of a conflict. */
export function ReviewFooter(props: ReviewFooterProps) {
  const { label, mayNot, preview, busy, problem, onSave, onTakeTheirs, onRebase, onMerge, mergeable } = props;
  const savable = preview !== null && preview.problems.length === 0 && preview.diff !== "";
  return (
    <>
      <p role="alert" className="wrap-anywhere min-w-0 flex-1 basis-60 text-danger empty:hidden">
        {problem}
      </p>
      {mayNot === null ? null : <p className="min-w-0 flex-1 basis-60 text-muted">{mayNot}.</p>}
      <DialogClose asChild>
        <Button>{preview?.conflict ? "Go on writing" : "Cancel"}</Button>
      </DialogClose>
      {preview?.conflict ? (
        <>
          {onTakeTheirs === undefined ? null : <Button onClick={onTakeTheirs}>Take theirs, drop mine</Button>}
          <Button variant="danger" disabled={!savable || mayNot !== null} onClick={onRebase}>
            Go on with mine
          </Button>
          {onMerge === undefined ? null : (
            <Button variant="primary" disabled={!mergeable || mayNot !== null} onClick={onMerge}>
              Merge both
            </Button>
          )}
        </>
      ) : (
        <Button variant="primary" disabled={!savable || busy || mayNot !== null} onClick={onSave}>
          {label}
        </Button>
      )}
    </>
  );
}
