import { Card, CardHeader } from "@/components/ui/card";
import type { VmSummary } from "@/server/fleet/schema";

/** The VM's network cards and the addresses that its guest has. */
export function NetworkCard({ vm }: { vm: VmSummary }) {
  return (
    <Card>
      <CardHeader title="Network" aside={vm.interfaces.length} />
      {vm.interfaces.length === 0 ? <p className="px-4 py-3 text-muted">No NICs</p> : null}
      <ul className="divide-y divide-border">
        {vm.interfaces.map((card) => (
          <li key={card.mac} className="px-4 py-2.5">
            <p>
              <span className="font-medium">{card.source}</span>
              {card.model === null ? null : <span className="text-muted text-sm">, {card.model}</span>}
            </p>
            <p className="font-mono text-sm">{card.mac}</p>
          </li>
        ))}
        {vm.addresses.length === 0 ? null : (
          <li className="px-4 py-2.5">
            <p className="text-muted text-sm">Addresses in the guest</p>
            {vm.addresses.map((address) => (
              <p key={address} className="wrap-anywhere font-mono text-sm">
                {address}
              </p>
            ))}
          </li>
        )}
      </ul>
    </Card>
  );
}
