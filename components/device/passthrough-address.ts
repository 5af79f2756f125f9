import type { HostSummary } from "@/server/fleet/schema";

/** What the passthrough page's address says: "/passthrough?host=attic&card=0000:01:00.0". */
export interface PassthroughAddress {
  /** null: it names no host. */
  hostId: string | null;
  /** The first function of the card that is open. */
  card: string | null;
}

type Host = Pick<HostSummary, "id">;

/**
 * The page of a host's devices, with a card open or with none. The host is named where there are several, because the
 * same PCI address is another device on each of them.
 */
export function passthroughPath(hosts: readonly Host[], hostId: string, card: string | null = null): string {
  const parts = [
    ...(hosts.length > 1 ? [`host=${encodeURIComponent(hostId)}`] : []),
    // A PCI address is easier to read, and as valid, with its colons.
    ...(card === null ? [] : [`card=${encodeURIComponent(card).replaceAll("%3A", ":")}`]),
  ];
  return parts.length === 0 ? "/passthrough" : `/passthrough?${parts.join("&")}`;
}

/** What the address's query says. */
export function readPassthroughAddress(query: Pick<URLSearchParams, "get">): PassthroughAddress {
  return { hostId: query.get("host"), card: query.get("card") };
}

/** The host that an address means: the one that it names, else the first. null where there is none of that name. */
export function hostMeant<Meant extends Host>(
  hosts: readonly Meant[],
  { hostId }: PassthroughAddress,
): Meant | null {
  return (hostId === null ? hosts[0] : hosts.find(({ id }) => id === hostId)) ?? null;
}

/** The card that an address opens. Where there are several hosts and it names none, nobody knows which card is meant. */
export function cardMeant(hosts: readonly Host[], { hostId, card }: PassthroughAddress): string | null {
  return hosts.length > 1 && hostId === null ? null : card;
}
