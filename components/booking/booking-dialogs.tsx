"use client";

import type { BookingRules } from "@/server/work/booking/booking.schema";
import type { AskedDevice } from "./asked-device";
import type { Asking } from "./asking";
import { BookDialog } from "./book-dialog";
import { CancelDialog } from "./cancel-dialog";
import { ExtendDialog } from "./extend-dialog";
import { HandOverDialog } from "./hand-over-dialog";
import { LeaveDialog } from "./leave-dialog";
import { WaitDialog } from "./wait-dialog";

export interface BookingDialogsProps {
  hostId: string;
  device: AskedDevice;
  rules: BookingRules;
  asking: Asking;
  onClose(): void;
}

/** What is asked over the page. */
export default function BookingDialogs({ hostId, device, rules, asking, onClose }: BookingDialogsProps) {
  switch (asking.kind) {
    case "book":
      return <BookDialog hostId={hostId} device={device} rules={rules} onClose={onClose} />;
    case "wait":
      return <WaitDialog hostId={hostId} device={device} rules={rules} onClose={onClose} />;
    case "extend":
      return <ExtendDialog hostId={hostId} booking={asking.booking} onClose={onClose} />;
    case "hand-over":
      return <HandOverDialog hostId={hostId} booking={asking.booking} onClose={onClose} />;
    case "cancel":
      return <CancelDialog hostId={hostId} booking={asking.booking} rules={rules} onClose={onClose} />;
    case "leave":
      return <LeaveDialog hostId={hostId} name={device.name} waiting={asking.waiting} onClose={onClose} />;
  }
}
