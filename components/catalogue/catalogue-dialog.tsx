"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useAction } from "@/components/data/use-action";
import { installationObject, useRights } from "@/components/data/use-rights";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { ReasonButton } from "@/components/ui/reason-button";
import { CatalogueList } from "./catalogue-list";
import { DownloadingDialog } from "./downloading-dialog";
import type { GotImage } from "./got-image";

export interface CatalogueDialogProps {
  hostId: string;
  /** What goes on with an image that the host has; null: nothing does, and it is only there. */
  onGot: ((got: GotImage) => void) | null;
  onClose(): void;
}

/** The images that publishers offer: a press downloads one, and whoever asked goes on with it. */
export default function CatalogueDialog({ hostId, onGot, onClose }: CatalogueDialogProps) {
  const catalogue = useQuery(api.create.images.queryOptions({ hostId }, { staleTime: 0 }));
  const download = useAction(api.create.downloadImage.mutationOptions());
  const refresh = useAction(api.create.refreshCatalogue.mutationOptions(), () => void catalogue.refetch());
  const mayNot = useRights(installationObject);
  const [asked, setAsked] = useState<Omit<GotImage, "volume"> | null>(null);
  if (download.answer !== undefined && asked !== null) {
    const got = { ...asked, volume: download.answer.volume };
    return <DownloadingDialog jobId={download.answer.jobId} onDone={() => onGot?.(got)} onClose={onClose} />;
  }
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        title="Image catalogue"
        description="From their publishers’ own servers, compared with the checksums that they publish."
        footer={
          <>
            <p role="alert" className="wrap-anywhere min-w-0 flex-1 basis-60 text-danger empty:hidden">
              {download.problem ?? refresh.problem}
            </p>
            {catalogue.data?.refreshable ? (
              <ReasonButton reason={mayNot("create.refreshCatalogue")} onClick={() => refresh.run({})}>
                Refresh catalogue
              </ReasonButton>
            ) : null}
            <DialogClose asChild>
              <Button>Close</Button>
            </DialogClose>
          </>
        }
      >
        <Loaded reading={catalogue} what="the image catalogue">
          {({ images, pools }) => (
            <CatalogueList
              hostId={hostId}
              images={images}
              pools={pools}
              busy={download.busy ? (asked?.image.id ?? null) : null}
              onDownload={(image, pool) => {
                setAsked({ image, pool });
                download.run({ hostId, pool, imageId: image.id });
              }}
              onUse={onGot}
            />
          )}
        </Loaded>
      </DialogContent>
    </Dialog>
  );
}
