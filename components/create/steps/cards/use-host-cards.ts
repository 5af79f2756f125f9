"use client";

import { useMemo } from "react";
import { cardsToAttach } from "@/components/device/attach/cards-to-attach";
import type { CardView } from "@/components/device/card-view";
import { useHostReport } from "@/components/fleet/use-host-report";
import { isGpu } from "@/server/pci/device-kind.schema";

/** The host's cards that a VM can be given; null while they are not known, or can't be. */
export function useHostCards(hostId: string): CardView[] | null {
  const report = useHostReport(hostId).data ?? null;
  return useMemo(() => (report === null ? null : cardsToAttach(report)), [report]);
}

/** Whether a card has a display in it. */
export function isDisplayCard({ functions }: CardView): boolean {
  return functions.some(isGpu);
}
