import { TriangleAlert, Unplug } from "lucide-react";
import { functionWord } from "@/components/device/device-names";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { VmCard } from "./vm-cards";

export interface VmDeviceItemProps {
  card: VmCard;
  /** The card's page. */
  href: string;
  /** What the host has is known, so that a missing card is missing. */
  hardwareKnown: boolean;
  /** null where whoever looks may not. */
  onDetach: (() => void) | null;
}

/** A card of the host that a VM has. */
export default function VmDeviceItem({ card, href, hardwareKnown, onDetach }: VmDeviceItemProps) {
  const { name, addresses, functions } = card;
  const [first] = addresses;
  return (
    <li className="wrap-anywhere flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5 px-4 py-2.5">
      <div className="min-w-0">
        {name === null ? (
          <p className="font-mono text-sm">{addresses.join(", ")}</p>
        ) : (
          <Link href={href} className="inline-flex min-h-6 items-center font-medium hover:underline">
            {name}
          </Link>
        )}
        {name === null && hardwareKnown ? <Missing /> : null}
        <ul>
          {functions.map(({ address, class: code, driver }) => (
            <li key={address} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
              <span className="font-mono">{address}</span>
              <span>{functionWord(code)}</span>
              <Badge>{driver ?? "no driver"}</Badge>
            </li>
          ))}
        </ul>
      </div>
      {onDetach === null ? null : (
        <Button
          size="sm"
          onClick={onDetach}
          aria-label={`Detach ${name === null ? addresses.join(", ") : `${name} (${first})`}…`}
        >
          <Unplug aria-hidden />
          Detach…
        </Button>
      )}
    </li>
  );
}

function Missing() {
  return (
    <p className="mt-0.5 flex items-start gap-1.5 text-danger">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      The host has no device at this address. It may have moved to another slot. The VM can’t start with it.
    </p>
  );
}
