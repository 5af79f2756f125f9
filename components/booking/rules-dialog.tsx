"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { countOf } from "@/components/formats/numbers";
import { CheckField } from "@/components/ui/form/check-field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { NumberField } from "@/components/ui/form/number-field";
import { SelectField } from "@/components/ui/form/select-field";
import type { BookableView, BookingRules } from "@/server/work/booking/booking.schema";

interface RulesDialogProps {
  hostId: string;
  bookable: BookableView;
  onClose(): void;
}

const atFirst: BookingRules = { longestHours: 24, daysAhead: 14, atEnd: "warn" };
const ends = [
  { value: "warn", label: "Notify its holder" },
  { value: "shut-down", label: "Ask the VM to shut down (ACPI)" },
] as const;

/** Whether a named device can be booked, and by which rules. */
export default function RulesDialog({ hostId, bookable, onClose }: RulesDialogProps) {
  const { name, bookings, queue } = bookable;
  const [isOn, setOn] = useState(bookable.rules !== null);
  const [rules, setRules] = useState(bookable.rules ?? atFirst);
  const set = useAction(api.booking.setRules.mutationOptions(), onClose);
  const coming = bookings.filter(({ to }) => to > Date.now()).length;
  const isLost = !isOn && coming + queue.length > 0;
  return (
    <FormDialog
      title={`Bookings of ${name}`}
      description="While somebody has booked a card, VMs of others are started with what is left."
      label="Save"
      call={set}
      onSubmit={() => set.run({ hostId, name, rules: isOn ? rules : null })}
      onClose={onClose}
    >
      <CheckField
        label="It can be booked"
        note={
          isLost
            ? `${countOf(coming, "booking")} to come and ${countOf(queue.length, "place")} in the queue are lost.`
            : undefined
        }
        checked={isOn}
        onChange={setOn}
      />
      {isOn ? (
        <>
          <NumberField
            label="Longest booking (hours)"
            min={1}
            max={2160}
            value={rules.longestHours}
            onChange={(longestHours) => setRules({ ...rules, longestHours })}
          />
          <NumberField
            label="Begins at most this many days ahead"
            min={1}
            max={365}
            value={rules.daysAhead}
            onChange={(daysAhead) => setRules({ ...rules, daysAhead })}
          />
          <SelectField
            label="When a booking ends and a VM still uses the card"
            value={rules.atEnd}
            choices={ends}
            onChange={(atEnd) => setRules({ ...rules, atEnd })}
          />
        </>
      ) : null}
    </FormDialog>
  );
}
