"use client";

import { lazy, Suspense, useCallback } from "react";
import { cardViewAt } from "@/components/device/card-view";
import type { JudgedReport } from "@/server/pci/schema";
import type { DeviceOwners } from "../device-owner";
import { useMedia } from "../use-media";
import { CardPanel } from "./card-panel";

const CardDialog = lazy(() => import("./card-dialog"));

export interface OpenCardProps {
  hostId: string;
  report: JudgedReport;
  owners: DeviceOwners;
  address: string;
  onOpen(address: string | null): void;
}

/** The card whose address stands in the page's: beside the devices where there is room, else above them. */
export default function OpenCard({ hostId, report, owners, address, onOpen }: OpenCardProps) {
  const hasRoom = useMedia("(min-width: 70rem)");
  const close = useCallback(() => {
    onOpen(null);
    document.querySelector<HTMLElement>(`[data-card="${CSS.escape(address)}"]`)?.focus();
  }, [onOpen, address]);
  const card = cardViewAt(report, address);
  if (card === null) return null;
  const holders = card.functions.flatMap((one) => owners[one.address] ?? []);
  const props = {
    hostId,
    card,
    devices: report.devices,
    owners: [...new Map(holders.map((owner) => [owner.href, owner])).values()],
    onOpen,
    onClose: close,
  };
  if (hasRoom) return <CardPanel key={address} {...props} />;
  return (
    <Suspense>
      <CardDialog {...props} />
    </Suspense>
  );
}
