"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { formatAppointment, formatSpan } from "@/components/formats/dates";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { NumberField } from "@/components/ui/form/number-field";
import type { BookingView } from "@/server/work/booking/booking.schema";

interface BookingDialogProps {
  hostId: string;
  booking: BookingView;
  onClose(): void;
}

const hourMs = 3_600_000;

/** Lets a booking last longer. */
export function ExtendDialog({ hostId, booking, onClose }: BookingDialogProps) {
  const { bookingId, name, to } = booking;
  const [hours, setHours] = useState(1);
  const [tried, setTried] = useState(false);
  const extend = useAction(api.booking.extend.mutationOptions(), onClose);
  const submit = () => {
    setTried(true);
    if (!Number.isNaN(hours)) extend.run({ hostId, bookingId, hours });
  };
  return (
    <FormDialog
      title={`Extend the booking of ${name}`}
      description={`It is from ${formatSpan(booking)}.`}
      label="Extend"
      call={extend}
      onSubmit={submit}
      onClose={onClose}
    >
      <NumberField
        label="Hours more"
        value={hours}
        min={1}
        problem={tried && Number.isNaN(hours) ? "Enter a number of hours." : null}
        note={Number.isNaN(hours) ? "How much longer." : `Until ${formatAppointment(to + hours * hourMs)}.`}
        onChange={setHours}
      />
    </FormDialog>
  );
}
