"use client";

import { useState } from "react";
import { Loaded } from "@/components/data/loaded";
import { useAction } from "@/components/data/use-action";
import { useRights, vmObject } from "@/components/data/use-rights";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notify";
import { Skeleton } from "@/components/ui/skeleton";
import type { VmSummary } from "@/server/fleet/schema";
import type { DefinitionVersion } from "../../history/use-versions";
import { MergeView } from "./merge-view";
import { PreviewView, whoChanged } from "./preview-view";
import { ReviewFooter } from "./review-footer";
import { useMerge } from "./use-merge";
import { type Saved, usePreview } from "./use-preview";

export interface ReviewDialogProps {
  vm: VmSummary;
  title: string;
  /** What the yes is called. */
  label: string;
  xml: string;
  base: DefinitionVersion;
  save(base: DefinitionVersion): Promise<Saved>;
  onSaved(version: DefinitionVersion): void;
  /** Drops what was written for what somebody else made meanwhile; left out where nothing was written. */
  onTakeTheirs?(version: DefinitionVersion): void;
  /** Told when it goes on from what somebody else made. */
  onRebase(version: DefinitionVersion): void;
  /** Goes on with both changes put together; left out where nothing was written. */
  onMerge?(version: DefinitionVersion, xml: string): void;
  onClose(): void;
}

/** Shows what a definition would change before it is saved, and both where somebody else was quicker. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { vm, title, label, xml, onClose, onSaved, onTakeTheirs, onRebase, onMerge, save } = props;
  const [base, setBase] = useState(props.base);
  const mayNot = useRights(vmObject(vm));
  const request = { hostId: vm.hostId, vmId: vm.id, xml, base: base.id };
  const reading = usePreview(request);
  const preview = reading.isFetching ? null : (reading.data ?? null);
  const conflict = preview?.conflict ?? null;
  const merge = useMerge(request, conflict !== null && onMerge !== undefined);
  const { merged } = merge;
  const saving = useAction({ mutationFn: save }, (saved) => {
    if (!saved.saved) return void reading.refetch();
    notify("success", `The definition of ${vm.name} is saved`, afterwards(saved));
    onSaved(saved.version);
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        title={title}
        description={
          conflict === null
            ? "This is all that changes. The version before it stays in the history."
            : "Somebody else changed the definition meanwhile. Nothing of theirs is overwritten unless you say so."
        }
        footer={
          <ReviewFooter
            label={label}
            mayNot={mayNot("definition.save")}
            preview={preview}
            busy={saving.busy}
            problem={saving.problem}
            onSave={() => saving.run(base)}
            {...(onTakeTheirs === undefined || conflict === null
              ? {}
              : {
                  onTakeTheirs: () => {
                    onTakeTheirs(conflict.now);
                    onClose();
                  },
                })}
            onRebase={() => {
              if (conflict === null) return;
              setBase(conflict.now);
              onRebase(conflict.now);
            }}
            mergeable={merge.ready}
            onMerge={
              onMerge === undefined || merged === null
                ? undefined
                : () => {
                    setBase(merged.now);
                    onMerge(merged.now, merged.xml);
                  }
            }
          />
        }
      >
        <div className="mt-3">
          {conflict === null || onMerge === undefined ? null : (
            <div className="mb-3">
              <MergeView merge={merge} who={whoChanged(conflict)} />
            </div>
          )}
          <Loaded
            reading={reading.isFetching ? { ...reading, data: undefined, error: null } : reading}
            what="what changes"
            skeleton={<Skeleton className="h-32 rounded-lg" />}
          >
            {(here) => <PreviewView preview={here} />}
          </Loaded>
        </div>
      </DialogContent>
    </Dialog>
  );
}

function afterwards(saved: Saved): string | undefined {
  return saved.saved && saved.active ? "It is taken over at the next start." : undefined;
}
