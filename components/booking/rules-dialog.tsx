"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { namedObject, useRights } from "@/components/data/use-rights";
import { useSubscription } from "@/components/data/use-subscription";
import { countOf } from "@/components/formats/numbers";
import { CheckField } from "@/components/ui/form/check-field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { NumberField } from "@/components/ui/form/number-field";
import { SelectField } from "@/components/ui/form/select-field";
import type { BookableView, BookingRules } from "@/server/work/booking/booking.schema";
import { endWords } from "./end-words";

interface RulesDialogProps {
  hostId: string;
  bookable: BookableView;
  onClose(): void;
}

const atFirst: BookingRules = { longestHours: 24, daysAhead: 14, atEnd: "warn", moveTo: null };
const ends = [
  { value: "warn", label: "Notify its holder" },
  { value: "shut-down", label: "Ask the VM to shut down (ACPI)" },
  { value: "move", label: "Move it to another named device" },
] as const;

/** Whether a named device can be booked, and by which rules. */
export default function RulesDialog({ hostId, bookable, onClose }: RulesDialogProps) {
  const { name, bookings, queue } = bookable;
  const [isOn, setOn] = useState(bookable.rules !== null);
  const [rules, setRules] = useState(bookable.rules ?? atFirst);
  const set = useAction(api.booking.setRules.mutationOptions(), onClose);
  const coming = bookings.filter(({ to }) => to > Date.now()).length;
  const [tried, setTried] = useState(false);
  const fallbacks = useFallbacks(hostId, name);
  const mayChoose = useRights(namedObject(hostId, name))("booking.setFallback") === null;
  const before = bookable.rules;
  const submit = () => {
    setTried(true);
    if (!isOn) set.run({ hostId, name, rules: null });
    else if (!mayChoose || rules.atEnd !== "move" || rules.moveTo !== null) set.run({ hostId, name, rules });
  };
  const isLost = !isOn && coming + queue.length > 0;
  return (
    <FormDialog
      title={`Bookings of ${name}`}
      description="While somebody has booked a card, VMs of others are started with what is left."
      label="Save"
      call={set}
      onSubmit={submit}
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
            note={
              mayChoose || rules.atEnd !== "move"
                ? undefined
                : `${endWords(rules)} An administrator chooses which.`
            }
            choices={ends.filter(({ value }) => mayChoose || value !== "move" || before?.atEnd === "move")}
            onChange={(atEnd) =>
              setRules({ ...rules, atEnd, moveTo: atEnd === "move" ? (before?.moveTo ?? null) : null })
            }
          />
          {mayChoose && rules.atEnd === "move" ? (
            <SelectField
              label="Move to"
              note="The VM is asked to shut down (ACPI), asks for this one from then on, and is started again. Where none is free, or the guest does not shut down, it is not moved, and its holder is told."
              problem={
                tried && rules.moveTo === null ? "Choose the named device that VMs are moved to." : null
              }
              placeholder="Choose a named device"
              value={rules.moveTo}
              choices={fallbacks}
              onChange={(moveTo) => setRules({ ...rules, moveTo })}
            />
          ) : null}
        </>
      ) : null}
    </FormDialog>
  );
}

/** The other named devices of a host. */
function useFallbacks(hostId: string, name: string): { value: string; label: string }[] {
  const known = useSubscription(api.booking.watch.subscriptionOptions({ hostId })).data ?? [];
  return known.filter((one) => one.name !== name).map((one) => ({ value: one.name, label: one.name }));
}
