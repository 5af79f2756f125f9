"use client";

import { skipToken } from "@tanstack/react-query";
import { BookingSection } from "@/components/booking/booking-section";
import { api } from "@/components/data/api";
import { errorText } from "@/components/data/error-text";
import { hostObject, useRights } from "@/components/data/use-rights";
import { useSubscription } from "@/components/data/use-subscription";
import { Card } from "@/components/ui/card";
import { ErrorNotice } from "@/components/ui/error-notice";
import type { VmSummary } from "@/server/fleet/schema";

interface NamedBookingsProps {
  vm: Pick<VmSummary, "hostId" | "id" | "name">;
  /** What it asks for, each once. */
  names: readonly string[];
}

/** The bookings of what a VM asks for, of those that can be booked: here members find them, who see nothing of the host. */
export default function NamedBookings({ vm, names }: NamedBookingsProps) {
  const { hostId } = vm;
  const mayNot = useRights(hostObject(hostId))("booking.watch");
  const reading = useSubscription(
    api.booking.watch.subscriptionOptions(mayNot === null ? { hostId } : skipToken),
  );
  if (reading.error !== null)
    return <ErrorNotice title="Could not read the bookings" problem={errorText(reading.error)} />;
  const bookables = reading.data?.filter(({ name }) => names.includes(name)) ?? [];
  const askedBy = [{ vmId: vm.id, name: vm.name }];
  return bookables.flatMap((bookable) => {
    const { name, rules } = bookable;
    if (rules === null) return [];
    return (
      <Card key={name} aria-label={`${name}, bookings`}>
        <h3 className="px-4 py-3 font-medium">{name}</h3>
        <BookingSection hostId={hostId} device={{ name, askedBy }} bookable={bookable} rules={rules} />
      </Card>
    );
  });
}
