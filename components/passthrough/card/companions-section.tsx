import type { CardView } from "@/components/device/card-view";
import { deviceTitle } from "@/components/device/device-names";
import type { JudgedDevice } from "@/server/pci/schema";
import { DriverWord } from "../picture/driver-word";

/** What a guest gets of a card, what has to be bound along, and what stays as it is. */
export function CompanionsSection({ card, onOpen }: { card: CardView; onOpen(address: string): void }) {
  if (card.isBridge) return null;
  return (
    <section aria-label="Affected devices" className="flex flex-col gap-3">
      <Companions title="Passed through" devices={card.functions} onOpen={onOpen} />
      <Companions
        title="Must be reserved too"
        note="They share its IOMMU group, so the host can't use them meanwhile. The guest does not get them."
        devices={card.mustBeBound}
        onOpen={onOpen}
      />
      <Companions
        title="Not affected"
        note="Bridges stay with the host."
        devices={card.leftAlone}
        onOpen={onOpen}
      />
    </section>
  );
}

interface CompanionsProps {
  title: string;
  note?: string;
  devices: readonly JudgedDevice[];
  onOpen(address: string): void;
}

function Companions({ title, note, devices, onOpen }: CompanionsProps) {
  if (devices.length === 0) return null;
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      {note === undefined ? null : <p className="text-muted text-sm">{note}</p>}
      <ul className="mt-1 divide-y divide-border rounded-md border border-border">
        {devices.map((device) => (
          <li key={device.address} className="relative px-3 py-1.5 hover:bg-foreground/4">
            <button
              type="button"
              onClick={() => onOpen(device.address)}
              className="wrap-anywhere min-h-6 text-left after:absolute after:inset-0"
            >
              {deviceTitle(device)}
            </button>
            <p className="flex flex-wrap gap-x-3 text-sm">
              <span className="font-mono">{device.address}</span>
              <DriverWord driver={device.driver} />
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
