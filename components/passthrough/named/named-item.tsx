import { Monitor, Pencil, Trash2 } from "lucide-react";
import { BookingSection } from "@/components/booking/booking-section";
import { DeviceButtons } from "@/components/booking/device-buttons";
import { vmPath } from "@/components/fleet/vm-key";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { ReasonButton } from "@/components/ui/reason-button";
import type { NamedDeviceView } from "@/server/pci/named/named-device.schema";
import type { BookableView } from "@/server/work/booking/booking.schema";
import { MemberLine } from "./member-line";

export interface NamedItemProps {
  hostId: string;
  device: NamedDeviceView;
  /** Its bookings; null until they are known. */
  bookable: BookableView | null;
  /** Why whoever looks on may change nothing; null where they may. */
  readOnly: string | null;
  onOpen(address: string): void;
  onEdit(): void;
  onDelete(): void;
}

/** A name, its cards, and the VMs that ask for it. */
export function NamedItem({ hostId, device, bookable, readOnly, onOpen, onEdit, onDelete }: NamedItemProps) {
  const { name, note, members, askedBy } = device;
  return (
    <li>
      <Card>
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
          <div className="wrap-anywhere min-w-0 flex-1 basis-56">
            <h3 className="font-semibold">{name}</h3>
            {note === "" ? null : <p className="text-muted text-sm">{note}</p>}
          </div>
          {bookable === null ? null : <DeviceButtons hostId={hostId} bookable={bookable} />}
          <ReasonButton size="sm" reason={readOnly} aria-label={`Change ${name}…`} onClick={onEdit}>
            <Pencil aria-hidden />
            Change…
          </ReasonButton>
          <ReasonButton size="sm" reason={readOnly} aria-label={`Delete ${name}…`} onClick={onDelete}>
            <Trash2 aria-hidden />
            Delete…
          </ReasonButton>
        </div>
        <ul aria-label={`Cards of ${name}`} className="divide-y divide-border border-border border-t">
          {members.map((member) => (
            <MemberLine key={member.address} member={member} onOpen={onOpen} />
          ))}
        </ul>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-border border-t px-4 py-2 text-muted text-sm">
          {askedBy.length === 0 ? "No VM asks for it." : "Asked for by"}
          {askedBy.map((vm) => (
            <Link
              key={vm.vmId}
              href={vmPath({ hostId, id: vm.vmId })}
              className="wrap-anywhere inline-flex min-h-6 items-center gap-1 text-accent hover:underline"
            >
              <Monitor aria-hidden className="size-3.5 shrink-0" />
              {vm.name}
            </Link>
          ))}
        </p>
        {bookable?.rules == null ? null : (
          <BookingSection hostId={hostId} device={device} bookable={bookable} rules={bookable.rules} />
        )}
      </Card>
    </li>
  );
}
