"use client";

import { cardTitle } from "@/components/device/card-title";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { CardBody, type CardBodyProps } from "./card-body";

/** A card above the page, on screens without room beside it. */
export default function CardDialog({ onClose, ...body }: CardBodyProps & { onClose(): void }) {
  const { device } = body.card;
  const { name, maker } = cardTitle(device);
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title={name}
        description={
          <>
            {maker} · <span className="font-mono">{device.address}</span>
          </>
        }
      >
        <div className="mt-3">
          <CardBody {...body} />
        </div>
      </DialogContent>
    </Dialog>
  );
}
