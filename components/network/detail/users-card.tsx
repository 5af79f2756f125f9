import { vmPath } from "@/components/fleet/vm-key";
import { VmState } from "@/components/fleet/vm-state";
import { Card, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { VmSummary } from "@/server/fleet/schema";
import type { Lease } from "@/server/network/leases.schema";
import type { NetworkSummary } from "@/server/network/network.schema";

export interface UsersCardProps {
  network: NetworkSummary;
  users: readonly VmSummary[];
  leases: readonly Lease[];
}

/** The VMs on a network, with the addresses that are known of each. */
export function UsersCard({ network, users, leases }: UsersCardProps) {
  return (
    <Card>
      <CardHeader title="VMs" aside={users.length} />
      {users.length === 0 ? (
        <p className="px-4 py-3 text-muted">
          No VM uses it. Select {network.name} as the source of a VM's network card.
        </p>
      ) : (
        <ul className="divide-y divide-border">
          {users.map((vm) => (
            <li key={vm.id} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2">
              <span className="min-w-0">
                <Link href={vmPath(vm)} className="wrap-anywhere font-medium hover:underline">
                  {vm.name}
                </Link>
                <span className="ml-3 text-sm">
                  <VmState state={vm.state} />
                </span>
              </span>
              <span className="wrap-anywhere font-mono text-sm">{addressesOf(vm, leases).join(", ")}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Leases of this network first; else whatever the guest has, whose network is not known. */
function addressesOf({ interfaces, addresses }: VmSummary, leases: readonly Lease[]): string[] {
  const own = new Set(interfaces.map(({ mac }) => mac.toLowerCase()));
  const leased = leases.filter(({ mac }) => mac !== null && own.has(mac.toLowerCase()));
  return leased.length > 0 ? leased.map(({ address }) => address) : addresses;
}
