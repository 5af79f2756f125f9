import type { WebSocket } from "ws";
import type { ActOn } from "../access/rights";

/** Who came by a console's link, before their socket is open. */
export interface AdmittedGuest {
  linkId: string;
  /** Takes over the socket. */
  accept(socket: WebSocket): void;
}

/** What is served to guests at one path. */
export interface GuestRoute {
  /** Subprotocols on offer, the best first. */
  protocols: readonly string[];
  /** Who holds a ticket that could be redeemed there; null where it is none. */
  holderOf(ticket: string, address: string): AdmittedGuest | null;
}

/** Paths for guests, as the table of rights has them. */
export type GuestPath = Extract<ActOn<"installation">, `/ws/guest-${string}`>;

/** Where those come in who have a console's link and no account. */
export interface GuestDoor {
  routes: Readonly<Partial<Record<GuestPath, GuestRoute>>>;
  /** How many sockets may be open by one link. */
  perLink: number;
  /** Whether a link works now. */
  works(linkId: string): boolean;
}

/** Nobody comes in without a session. */
export const noGuests: GuestDoor = { routes: {}, perLink: 0, works: () => false };

/** The guests' route at a path; null where there is none. */
export function guestRouteAt({ routes }: GuestDoor, path: string): GuestRoute | null {
  return Object.hasOwn(routes, path) ? (routes[path as GuestPath] ?? null) : null;
}
