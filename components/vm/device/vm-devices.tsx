"use client";

import { Plus, Stethoscope } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { trpc } from "@/components/data/client";
import { deviceObjects, hostObject, useRights, vmObject } from "@/components/data/use-rights";
import { cardsToAttach } from "@/components/device/attach/cards-to-attach";
import { checkRequest } from "@/components/device/check-request";
import { usePassthroughPath } from "@/components/device/use-passthrough-address";
import { useHostReport } from "@/components/fleet/use-host-report";
import type { PlanRequest } from "@/components/plan/plan-dialog";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Skeleton } from "@/components/ui/skeleton";
import type { VmSummary } from "@/server/fleet/schema";
import { type VmCard, vmCards } from "./vm-cards";

const VmDeviceItem = lazy(() => import("./vm-device-item"));
const AskedByName = lazy(() => import("./asked-by-name"));
const PlanDialog = lazy(() => import("@/components/plan/plan-dialog"));
const AttachDialog = lazy(() => import("@/components/device/attach/attach-dialog"));

/** The host's cards that a VM has, each with a way to detach it, and a way to attach another. */
export function VmDevices({ vm }: { vm: VmSummary }) {
  const report = useHostReport(vm.hostId).data ?? null;
  const mayNot = useRights(vmObject(vm));
  const mayNotSee = useRights(hostObject(vm.hostId))("host.watchReport");
  const path = usePassthroughPath();
  const [showing, setShowing] = useState<PlanRequest | "attach" | null>(null);
  const cards = vmCards(vm.passthrough, report);
  const close = () => setShowing(null);
  return (
    <Card>
      <CardHeader
        title="Passthrough devices"
        aside={
          <HeaderActions
            href={mayNotSee === null ? path(vm.hostId) : null}
            onCheck={
              mayNot("passthrough.planCheck") === null && cards.length > 0
                ? () => setShowing(checkRequest(vm))
                : null
            }
            onAttach={
              mayNot("passthrough.planAttach") === null && report !== null ? () => setShowing("attach") : null
            }
          />
        }
      />
      {cards.length === 0 && vm.namedDevices.length === 0 ? (
        <p className="px-4 py-3 text-muted">This VM has no passthrough devices.</p>
      ) : null}
      {cards.length === 0 ? null : (
        <Suspense fallback={<Skeleton className="m-4 h-9" />}>
          <ul className="divide-y divide-border">
            {cards.map((card) => (
              <VmDeviceItem
                key={card.addresses[0]}
                card={card}
                href={path(vm.hostId, card.addresses[0])}
                hardwareKnown={report !== null}
                onDetach={
                  mayNot("passthrough.planDetach") === null ? () => setShowing(detachRequest(vm, card)) : null
                }
              />
            ))}
          </ul>
        </Suspense>
      )}
      <Suspense>{vm.namedDevices.length === 0 ? null : <AskedByName vm={vm} />}</Suspense>
      <Suspense>
        {showing === "attach" && report !== null ? (
          <AttachDialog hostId={vm.hostId} cards={cardsToAttach(report)} vmId={vm.id} onClose={close} />
        ) : null}
        {showing !== null && showing !== "attach" ? <PlanDialog request={showing} onClose={close} /> : null}
      </Suspense>
    </Card>
  );
}

interface HeaderActionsProps {
  /** All of the host's devices; null to who may not see them. */
  href: string | null;
  /** null where there is nothing to check, or whoever looks may not. */
  onCheck: (() => void) | null;
  onAttach: (() => void) | null;
}

function HeaderActions({ href, onCheck, onAttach }: HeaderActionsProps) {
  return (
    <span className="flex items-center gap-3">
      {href === null ? null : (
        <Link href={href} className="inline-flex min-h-6 items-center text-accent hover:underline">
          All host devices
        </Link>
      )}
      {onCheck === null ? null : (
        <Button size="sm" onClick={onCheck}>
          <Stethoscope aria-hidden />
          Check…
        </Button>
      )}
      {onAttach === null ? null : (
        <Button size="sm" onClick={onAttach}>
          <Plus aria-hidden />
          Attach…
        </Button>
      )}
    </span>
  );
}

function detachRequest(vm: VmSummary, { name, addresses }: VmCard): PlanRequest {
  const request = { hostId: vm.hostId, vmId: vm.id, addresses: [...addresses] };
  return {
    title: `Detach ${name ?? addresses.join(", ")} from ${vm.name}`,
    label: "Detach",
    right: { act: "passthrough.runDetach", objects: [vmObject(vm), ...deviceObjects(vm.hostId, addresses)] },
    load: () => trpc.passthrough.planDetach.query(request),
    run: (fingerprint) => trpc.passthrough.runDetach.mutate({ ...request, fingerprint }),
  };
}
