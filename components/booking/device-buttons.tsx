"use client";

import { CalendarClock, Users } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { namedObject, useRights } from "@/components/data/use-rights";
import { Button } from "@/components/ui/button";
import type { BookableView } from "@/server/work/booking/booking.schema";

const RulesDialog = lazy(() => import("./rules-dialog"));
const DeviceAccessDialog = lazy(() => import("@/components/sharing/device-access-dialog"));

/** The ways to a named device's rules and to those it is shared with, for who may change these. */
export function DeviceButtons({ hostId, bookable }: { hostId: string; bookable: BookableView }) {
  const { name } = bookable;
  const mayNot = useRights(namedObject(hostId, name));
  const [asking, setAsking] = useState<"rules" | "access" | null>(null);
  const close = () => setAsking(null);
  return (
    <div className="flex flex-wrap gap-2 empty:hidden">
      {mayNot("booking.setRules") === null ? (
        <Button size="sm" aria-label={`Bookings of ${name}…`} onClick={() => setAsking("rules")}>
          <CalendarClock aria-hidden />
          Bookings…
        </Button>
      ) : null}
      {mayNot("share.setDevice") === null ? (
        <Button size="sm" aria-label={`Access to ${name}…`} onClick={() => setAsking("access")}>
          <Users aria-hidden />
          Access…
        </Button>
      ) : null}
      <Suspense>
        {asking === "rules" ? <RulesDialog hostId={hostId} bookable={bookable} onClose={close} /> : null}
        {asking === "access" ? <DeviceAccessDialog device={{ hostId, name }} onClose={close} /> : null}
      </Suspense>
    </div>
  );
}
