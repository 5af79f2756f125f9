"use client";

import { formatTime } from "@/components/formats/times";
import { Fact, Facts } from "@/components/ui/facts";
import { routeWords } from "@/server/host/route/route-places.schema";
import { hopWords } from "@/server/host/ssh/ssh-hops.schema";
import type { ManagedHostView } from "@/server/work/hosts/host-request.schema";
import { credentialWords } from "./credential-words";
import { Fingerprint } from "./fingerprint";
import { transportWords } from "./transport-words";

/** How a host is reached, what it is signed in to by, and the keys that were accepted. */
export function WayFacts({ managed }: { managed: ManagedHostView }) {
  const { route, signsInBy, keys, expectedKey, addedAt, addedBy } = managed;
  return (
    <Facts>
      <Fact name="Reached at" mono>
        {routeWords(route)}
      </Fact>
      <Fact name="Reached by">{transportWords[route.transport]}</Fact>
      {route.transport === "tls" || route.jumps.length === 0 ? null : (
        <Fact name="By way of" mono>
          {route.jumps.map(hopWords).join(", ")}
        </Fact>
      )}
      <Fact name="Signs in by">{credentialWords[signsInBy]}</Fact>
      {keys.map(({ hop, type, fingerprint }) => (
        <Fact key={hop} name={keys.length > 1 ? `Key of ${hop}` : "Accepted key"}>
          <span className="font-mono text-muted text-sm">{type}</span>
          <Fingerprint text={fingerprint} />
        </Fact>
      ))}
      {expectedKey === null ? null : (
        <Fact name="Expected key">
          <Fingerprint text={expectedKey} />
        </Fact>
      )}
      {addedAt === null ? null : (
        <Fact name="Added">
          {formatTime(addedAt)} by {addedBy}
        </Fact>
      )}
    </Facts>
  );
}
