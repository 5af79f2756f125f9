"use client";

import { skipToken } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/data/api";
import { useSession } from "@/components/data/session";
import { useAction } from "@/components/data/use-action";
import { installationObject, namedObject, useRights } from "@/components/data/use-rights";
import { useSubscription } from "@/components/data/use-subscription";
import { localInput, momentOf } from "@/components/formats/calendar";
import { formatAppointment } from "@/components/formats/dates";
import { timeZoneName } from "@/components/formats/days";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { NumberField } from "@/components/ui/form/number-field";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { BookingRules } from "@/server/work/booking/booking.schema";
import type { AskedDevice } from "./asked-device";
import { useMayLeaveOpen, VmField } from "./vm-field";

interface BookDialogProps {
  hostId: string;
  device: AskedDevice;
  rules: BookingRules;
  onClose(): void;
}

const hourMs = 3_600_000;
const oneself = "me";

/** Books one of a named device, for oneself or for somebody. */
export function BookDialog({ hostId, device, rules, onClose }: BookDialogProps) {
  const { name } = device;
  const [typed, setTyped] = useState(() => localInput(Date.now()));
  const [hours, setHours] = useState(Math.min(4, rules.longestHours));
  const [vmId, setVmId] = useState<string | null>(null);
  const [person, setPerson] = useState(oneself);
  const [tried, setTried] = useState(false);
  const people = usePeople(hostId, name);
  const mayLeaveOpen = useMayLeaveOpen(hostId, name);
  const book = useAction(api.booking.book.mutationOptions(), onClose);
  const from = momentOf(typed);
  const end = from + hours * hourMs;
  const submit = () => {
    setTried(true);
    if (Number.isNaN(end) || (vmId === null && !mayLeaveOpen)) return;
    book.run({ hostId, name, from, hours, vmId, userId: person === oneself ? null : person });
  };
  return (
    <FormDialog
      title={`Book ${name}`}
      description={`${rules.longestHours} hours at the longest, up to ${rules.daysAhead} days ahead.`}
      label="Book"
      call={book}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="From"
        type="datetime-local"
        required
        value={typed}
        problem={tried && Number.isNaN(from) ? "Enter a day and a time." : null}
        note={`Your time, ${timeZoneName()}.`}
        onChange={setTyped}
      />
      <NumberField
        label="Hours"
        value={hours}
        min={1}
        max={rules.longestHours}
        problem={tried && Number.isNaN(hours) ? "Enter a number of hours." : null}
        note={Number.isNaN(end) ? "How long you want it." : `Until ${formatAppointment(end)}.`}
        onChange={setHours}
      />
      <VmField
        hostId={hostId}
        device={device}
        none="No VM in particular"
        note="A start of this VM uses the booking, whoever starts it."
        vmId={vmId}
        tried={tried}
        onChange={setVmId}
      />
      {people.length === 0 ? null : (
        <SelectField
          label="For"
          value={person}
          choices={[{ value: oneself, label: "Me" }, ...people]}
          onChange={setPerson}
        />
      )}
    </FormDialog>
  );
}

/** Whom it can be booked for besides oneself. */
function usePeople(hostId: string, name: string): { value: string; label: string }[] {
  const session = useSession();
  const mayNotSee = useRights(installationObject)("people.watch");
  const mayNotBook = useRights(namedObject(hostId, name))("booking.ofOthers");
  const isAllowed = mayNotSee === null && mayNotBook === null;
  const people =
    useSubscription(api.people.watch.subscriptionOptions(isAllowed ? undefined : skipToken)).data ?? [];
  return people
    .filter((person) => person.state !== "disabled" && person.name !== session?.user?.name)
    .map((person) => ({ value: person.id, label: person.name }));
}
