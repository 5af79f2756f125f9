import type { CardView } from "@/components/device/card-view";
import type { JudgedDevice } from "@/server/pci/schema";
import type { DeviceOwner } from "../device-owner";
import { OwnerBadge } from "../owner-badge";
import { ReservationSection } from "../reservation/reservation-section";
import { CardActions } from "./card-actions";
import { CompanionsSection } from "./companions-section";
import { FactsSection } from "./facts-section";
import { KernelLogSection } from "./kernel-log-section";
import { VerdictSection } from "./verdict-section";

export interface CardBodyProps {
  hostId: string;
  card: CardView;
  /** All devices of the host. */
  devices: readonly JudgedDevice[];
  owners: readonly DeviceOwner[];
  onOpen(address: string): void;
}

/** Everything about a card, and what can be done with it now. */
export function CardBody({ hostId, card, devices, owners, onOpen }: CardBodyProps) {
  return (
    <div className="flex flex-col gap-4">
      {owners.length === 0 ? null : (
        <div className="flex flex-wrap gap-1.5">
          {owners.map((owner) => (
            <OwnerBadge key={owner.href} owner={owner} />
          ))}
        </div>
      )}
      <VerdictSection verdict={card.device.verdict} />
      <ReservationSection card={card} devices={devices} />
      <CardActions hostId={hostId} card={card} owners={owners} />
      <CompanionsSection card={card} onOpen={onOpen} />
      <FactsSection card={card} />
      <KernelLogSection hostId={hostId} card={card} onOpen={onOpen} />
    </div>
  );
}
