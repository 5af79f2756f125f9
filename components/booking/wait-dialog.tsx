"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { NumberField } from "@/components/ui/form/number-field";
import type { BookingRules } from "@/server/work/booking/booking.schema";
import type { AskedDevice } from "./asked-device";
import { useMayLeaveOpen, VmField } from "./vm-field";

interface WaitDialogProps {
  hostId: string;
  device: AskedDevice;
  rules: BookingRules;
  onClose(): void;
}

/** Joins the queue for a named device. */
export function WaitDialog({ hostId, device, rules, onClose }: WaitDialogProps) {
  const { name } = device;
  const [hours, setHours] = useState(Math.min(4, rules.longestHours));
  const [vmId, setVmId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const mayLeaveOpen = useMayLeaveOpen(hostId, name);
  const wait = useAction(api.booking.wait.mutationOptions(), onClose);
  const submit = () => {
    setTried(true);
    if (!Number.isNaN(hours) && (vmId !== null || mayLeaveOpen)) wait.run({ hostId, name, hours, vmId });
  };
  return (
    <FormDialog
      title={`Wait for ${name}`}
      description="As soon as a card is free and nobody who came earlier waits, you have a booking from then on. Passdeck tells you on your notification channels."
      label="Wait"
      call={wait}
      onSubmit={submit}
      onClose={onClose}
    >
      <NumberField
        label="Hours"
        value={hours}
        min={1}
        max={rules.longestHours}
        problem={tried && Number.isNaN(hours) ? "Enter a number of hours." : null}
        note={`${rules.longestHours} at the most.`}
        onChange={setHours}
      />
      <VmField
        hostId={hostId}
        device={device}
        none="Start none"
        note="It is started when it is your turn, by the rights that you have then."
        vmId={vmId}
        tried={tried}
        onChange={setVmId}
      />
    </FormDialog>
  );
}
