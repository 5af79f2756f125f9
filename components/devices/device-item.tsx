import { BookingSection } from "@/components/booking/booking-section";
import { DeviceButtons } from "@/components/booking/device-buttons";
import { Card } from "@/components/ui/card";
import type { BookableView } from "@/server/work/booking/booking.schema";

/** A named device with its calendar and its queue, and what whoever looks may change of it. */
export function DeviceItem({ hostId, bookable }: { hostId: string; bookable: BookableView }) {
  const { name, rules } = bookable;
  return (
    <li>
      <Card>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <h3 className="wrap-anywhere mr-auto min-w-0 font-semibold">{name}</h3>
          <DeviceButtons hostId={hostId} bookable={bookable} />
        </div>
        {rules === null ? (
          <p className="border-border border-t px-4 py-3 text-muted text-sm">
            It can’t be booked: who starts a VM that asks for it first has a card.
          </p>
        ) : (
          <BookingSection hostId={hostId} device={bookable} bookable={bookable} rules={rules} />
        )}
      </Card>
    </li>
  );
}
