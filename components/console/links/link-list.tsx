"use client";

import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useSubscription } from "@/components/data/use-subscription";
import { useNow } from "@/components/ui/use-now";
import type { WatchedConsole } from "../people/watched-console";
import { LinkRow } from "./link-row";

/** The links to a VM's consoles that work, live. */
export function LinkList({ vm }: Pick<WatchedConsole, "vm">) {
  const links = useSubscription(api.console.links.subscriptionOptions({ hostId: vm.hostId, vmId: vm.id }));
  const now = useNow(5);
  return (
    <section aria-label="Links" className="border-border border-t pt-3">
      <h3 className="font-medium">Links to consoles of {vm.name}</h3>
      <Loaded reading={links} what="the links">
        {(list) => {
          // Nobody tells when a link's time is up.
          const working = list.filter(({ expiresAt }) => expiresAt > now);
          return working.length === 0 ? (
            <p className="text-muted">There is none.</p>
          ) : (
            <ul className="divide-y divide-border">
              {working.map((link) => (
                <LinkRow key={link.id} vm={vm} link={link} now={now} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}
