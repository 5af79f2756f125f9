"use client";

import {
  ArrowRightFromLine,
  type LucideIcon,
  MemoryStick,
  MonitorUp,
  Pin,
  Stethoscope,
  Undo2,
} from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { deviceObjects, useRights } from "@/components/data/use-rights";
import { readRomRequest } from "@/components/device/attach/read-rom-request";
import type { CardView } from "@/components/device/card-view";
import { checkRequest } from "@/components/device/check-request";
import type { PlanRequest } from "@/components/plan/plan-dialog";
import { Button } from "@/components/ui/button";
import { isGpu } from "@/server/pci/device-kind.schema";
import type { DeviceOwner } from "../device-owner";
import { isHeldForVms } from "../reservation/card-reservation";
import { useNextStart } from "../reservation/use-next-start";
import { type BindingAct, bindingActs } from "./card-acts";
import { cardRequest } from "./card-request";

const PlanDialog = lazy(() => import("@/components/plan/plan-dialog"));
const AttachDialog = lazy(() => import("@/components/device/attach/attach-dialog"));

const icons: Readonly<Record<BindingAct, LucideIcon>> = {
  reserve: ArrowRightFromLine,
  keep: Pin,
  return: Undo2,
  release: Undo2,
};

export interface CardActionsProps {
  hostId: string;
  card: CardView;
  owners: readonly DeviceOwner[];
}

/** What to do with a card now. Each act shows its plan before anything happens. */
export function CardActions({ hostId, card, owners }: CardActionsProps) {
  const [showing, setShowing] = useState<PlanRequest | "attach" | null>(null);
  const mayNot = useRights(...deviceObjects(hostId, [card.device.address]))("passthrough.planBinding");
  const nextStart = useNextStart();
  const close = () => setShowing(null);
  if (card.isBridge) return null;
  if (mayNot !== null) return <p className="text-muted">{mayNot}.</p>;
  const { status } = card.device.verdict;
  const isReady = status === "ready";
  const display = card.functions.find(isGpu);
  const isFree = card.functions.every(isHeldForVms);
  return (
    <section aria-label="What to do now" className="flex flex-wrap gap-2">
      {bindingActs(card, nextStart).map((act, index) => {
        const Icon = icons[act.act];
        return (
          <Button
            key={act.label}
            variant={index === 0 && !isFree && status !== "blocked" ? "primary" : "secondary"}
            onClick={() => setShowing(cardRequest(hostId, card, act))}
          >
            <Icon aria-hidden />
            {act.label}
          </Button>
        );
      })}
      <Button variant={isReady ? "primary" : "secondary"} onClick={() => setShowing("attach")}>
        <MonitorUp aria-hidden />
        Attach to a VM…
      </Button>
      {owners.map((owner) => (
        <Button
          key={owner.vmId}
          onClick={() => setShowing(checkRequest({ id: owner.vmId, hostId, name: owner.vmName }))}
        >
          <Stethoscope aria-hidden />
          Check it with {owner.vmName}…
        </Button>
      ))}
      {display === undefined ? null : (
        <Button onClick={() => setShowing(readRomRequest({ hostId, address: display.address }))}>
          <MemoryStick aria-hidden />
          Read its VBIOS…
        </Button>
      )}
      <Suspense>
        {showing === "attach" ? <AttachDialog hostId={hostId} cards={[card]} onClose={close} /> : null}
        {showing !== null && showing !== "attach" ? <PlanDialog request={showing} onClose={close} /> : null}
      </Suspense>
    </section>
  );
}
