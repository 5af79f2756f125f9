"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { formatSpan } from "@/components/formats/dates";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import type { BookingView } from "@/server/work/booking/booking.schema";

interface BookingDialogProps {
  hostId: string;
  booking: BookingView;
  onClose(): void;
}

/** Gives a booking to another user. */
export function HandOverDialog({ hostId, booking, onClose }: BookingDialogProps) {
  const [userName, setUserName] = useState("");
  const handOver = useAction(api.booking.handOver.mutationOptions(), onClose);
  return (
    <FormDialog
      title={`Hand over the booking of ${booking.name}`}
      description={`It is from ${formatSpan(booking)}, and is theirs at once. A VM that uses it keeps the card until it is off.`}
      label="Hand over"
      call={handOver}
      onSubmit={() => handOver.run({ hostId, bookingId: booking.bookingId, userName })}
      onClose={onClose}
    >
      <TextField label="User name" required maxLength={64} value={userName} onChange={setUserName} />
    </FormDialog>
  );
}
