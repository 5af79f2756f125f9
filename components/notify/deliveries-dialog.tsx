"use client";

import { useQuery } from "@tanstack/react-query";
import { Loaded } from "@/components/data/loaded";
import { useRefetchOn } from "@/components/data/use-refetch-on";
import { formatMoment } from "@/components/formats/dates";
import { formatTime } from "@/components/formats/times";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import type { Channel, Delivery } from "@/server/notify/channel.schema";
import { DeliveryBadge } from "./delivery-badge";
import { calls, type Owner } from "./owner";

interface DeliveriesDialogProps {
  owner: Owner;
  channel: Channel;
  onClose(): void;
}

/** What was sent on a channel, the latest first, live. */
export default function DeliveriesDialog({ owner, channel, onClose }: DeliveriesDialogProps) {
  const { id, name, last } = channel;
  const options = owner === "house" ? calls.house.deliveries(id) : calls.own.deliveries(id);
  const reading = useQuery({ ...options, staleTime: 0 });
  useRefetchOn(`${last?.id} ${last?.attempts} ${last?.state}`, reading);
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        title={`Deliveries of ${name}`}
        description="The last hundred messages. Passwords, tokens and secrets are not kept here."
        footer={
          <DialogClose asChild>
            <Button>Close</Button>
          </DialogClose>
        }
      >
        <Loaded reading={reading} what="the deliveries">
          {(deliveries) =>
            deliveries.length === 0 ? (
              <p className="py-3 text-muted">Nothing was sent on this channel yet.</p>
            ) : (
              <ul className="divide-y divide-border">
                {deliveries.map((delivery) => (
                  <DeliveryRow key={delivery.id} delivery={delivery} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </DialogContent>
    </Dialog>
  );
}

function DeliveryRow({ delivery: { at, title, state, attempts, words } }: { delivery: Delivery }) {
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <time
          dateTime={new Date(at).toISOString()}
          title={formatMoment(at)}
          className="text-muted text-sm tabular-nums"
        >
          {formatTime(at)}
        </time>
        <DeliveryBadge state={state} />
      </div>
      <p className="wrap-anywhere font-medium">{title}</p>
      <p className="wrap-anywhere text-muted text-sm">
        {words}
        {attempts > 1 ? ` ${attempts} tries.` : ""}
      </p>
    </li>
  );
}
