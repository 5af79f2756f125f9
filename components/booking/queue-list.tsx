import { formatAppointment } from "@/components/formats/dates";
import { countOf } from "@/components/formats/numbers";
import { Button } from "@/components/ui/button";
import type { BookableView } from "@/server/work/booking/booking.schema";
import type { Asking } from "./asking";

interface QueueListProps {
  name: string;
  queue: BookableView["queue"];
  onAsk(asking: Asking): void;
}

/** Who waits, in the order of their turns. */
export function QueueList({ name, queue, onAsk }: QueueListProps) {
  if (queue.length === 0) return null;
  return (
    <div>
      <h5 className="font-medium text-sm">Queue</h5>
      <ol aria-label={`Queue for ${name}`} className="divide-y divide-border">
        {queue.map((waiting, place) => (
          <li key={waiting.waitingId} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2">
            <div className="wrap-anywhere min-w-0 flex-1 basis-52">
              <p className="font-medium">
                {place + 1}. {waiting.isMine ? "You" : (waiting.holder ?? "Somebody")},{" "}
                {countOf(waiting.hours, "hour")}
              </p>
              <p className="text-muted text-sm">
                {waiting.turnAt === null
                  ? "No card can be given now."
                  : `By the bookings, a card is free on ${formatAppointment(waiting.turnAt)}.`}
                {waiting.vm === null ? null : ` ${waiting.vm.name} is started then.`}
              </p>
            </div>
            {waiting.mayEnd ? (
              <Button
                size="sm"
                aria-label={
                  waiting.isMine ? `Leave the queue for ${name}…` : `Take ${waiting.holder} out of the queue…`
                }
                onClick={() => onAsk({ kind: "leave", waiting })}
              >
                {waiting.isMine ? "Leave…" : "Remove…"}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
