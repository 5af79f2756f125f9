import { and, eq } from "drizzle-orm";
import type { Database } from "../../database/open-database";
import { originalBindings } from "../../database/tables/hosts";
import type { OriginalBindings } from "../../pci/binding/original-bindings";

/** What the database has of a host's devices: how they were bound before they were reserved for VMs. */
export function keptBindings({ query }: Database, hostId: string): OriginalBindings {
  const ofHost = eq(originalBindings.hostId, hostId);
  return {
    all: () =>
      query
        .select()
        .from(originalBindings)
        .where(ofHost)
        .all()
        .map(({ hostId: _host, ...original }) => original),
    keep: (original) => {
      const { address: _address, ...changed } = original;
      query
        .insert(originalBindings)
        .values({ hostId, ...original })
        .onConflictDoUpdate({ target: [originalBindings.hostId, originalBindings.address], set: changed })
        .run();
    },
    forget: (address) => {
      query
        .delete(originalBindings)
        .where(and(ofHost, eq(originalBindings.address, address)))
        .run();
    },
  };
}
