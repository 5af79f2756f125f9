"use client";

import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { formatSpan } from "@/components/formats/dates";
import { FormDialog } from "@/components/ui/form/form-dialog";
import type { BookingRules, BookingView } from "@/server/work/booking/booking.schema";
import { endWords } from "./end-words";

interface CancelDialogProps {
  hostId: string;
  booking: BookingView;
  rules: BookingRules;
  onClose(): void;
}

/** Asks before a booking is cancelled. */
export function CancelDialog({ hostId, booking, rules, onClose }: CancelDialogProps) {
  const cancel = useAction(api.booking.cancel.mutationOptions(), onClose);
  const begun = booking.from <= Date.now() ? ` It has begun, and ends now. ${endWords(rules)}`.trimEnd() : "";
  return (
    <FormDialog
      role="alertdialog"
      title={`Cancel the booking of ${booking.name}?`}
      description={`It is from ${formatSpan(booking)}.${begun}`}
      label="Cancel the booking"
      call={cancel}
      onSubmit={() => cancel.run({ hostId, bookingId: booking.bookingId })}
      onClose={onClose}
    />
  );
}
