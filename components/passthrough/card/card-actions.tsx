"use client";

import { ArrowRightFromLine, MonitorUp, Stethoscope, Undo2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { trpc } from "@/components/data/client";
import { deviceObjects, useRights } from "@/components/data/use-rights";
import type { CardView } from "@/components/device/card-view";
import { checkRequest } from "@/components/device/check-request";
import { deviceTitle } from "@/components/device/device-names";
import type { PlanRequest } from "@/components/plan/plan-dialog";
import { Button } from "@/components/ui/button";
import type { DeviceOwner } from "../device-owner";
import { bindingActs, type CardAct, isHeldForVms } from "./card-acts";

const PlanDialog = lazy(() => import("@/components/plan/plan-dialog"));
const AttachDialog = lazy(() => import("@/components/device/attach/attach-dialog"));

export interface CardActionsProps {
  hostId: string;
  card: CardView;
  owners: readonly DeviceOwner[];
}

/** What to do with a card now. Each act shows its plan before anything happens. */
export function CardActions({ hostId, card, owners }: CardActionsProps) {
  const [showing, setShowing] = useState<PlanRequest | "attach" | null>(null);
  const mayNot = useRights(...deviceObjects(hostId, [card.device.address]))("passthrough.planBinding");
  const close = () => setShowing(null);
  if (card.isBridge) return null;
  if (mayNot !== null) return <p className="text-muted">{mayNot}.</p>;
  const { status } = card.device.verdict;
  const isReady = status === "ready";
  const isFree = card.functions.every(isHeldForVms);
  return (
    <section aria-label="What to do now" className="flex flex-wrap gap-2">
      {bindingActs(card).map((act, index) => (
        <Button
          key={act.label}
          variant={index === 0 && !isFree && status !== "blocked" ? "primary" : "secondary"}
          onClick={() => setShowing(bindingRequest(hostId, card, act))}
        >
          {act.act === "reserve" ? <ArrowRightFromLine aria-hidden /> : <Undo2 aria-hidden />}
          {act.label}
        </Button>
      ))}
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
      <Suspense>
        {showing === "attach" ? <AttachDialog hostId={hostId} cards={[card]} onClose={close} /> : null}
        {showing !== null && showing !== "attach" ? <PlanDialog request={showing} onClose={close} /> : null}
      </Suspense>
    </section>
  );
}

function bindingRequest(
  hostId: string,
  { device }: CardView,
  { act, label, addresses }: CardAct,
): PlanRequest {
  const request = { hostId, act, addresses: [...addresses] };
  return {
    title: `${label}: ${deviceTitle(device)}`,
    label,
    right: { act: "passthrough.runBinding", objects: deviceObjects(hostId, addresses) },
    load: () => trpc.passthrough.planBinding.query(request),
    run: (fingerprint) => trpc.passthrough.runBinding.mutate({ ...request, fingerprint }),
  };
}
