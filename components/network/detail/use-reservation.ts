"use client";

import { api } from "@/components/data/api";
import { useToldAction } from "@/components/data/use-told-action";
import type { NetworkSummary } from "@/server/network/network.schema";

/** An address of a network, and the machine that DHCP keeps it for. */
export interface Reservation {
  mac: string;
  address: string;
}

/** Has DHCP keep an address for a machine, or keep it no longer, and says how it went. */
export function useReservation(
  hostId: string,
  { uuid }: NetworkSummary,
): (act: "reserve" | "release", reservation: Reservation) => void {
  const { run } = useToldAction(api.network.reserve.mutationOptions(), ({ act, address, mac }) => ({
    subject: address,
    ...(act === "reserve"
      ? { label: "Reserve", done: `It is reserved for ${mac}.` }
      : { label: "Release", done: "DHCP may assign it again." }),
  }));
  return (act, { mac, address }) => run({ hostId, uuid, act, mac: mac.toLowerCase(), address });
}
