"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { Loaded } from "@/components/data/loaded";
import { useJobAction } from "@/components/job/use-job-action";
import { PlanSkeleton } from "@/components/plan/plan-skeleton";
import { PlanView } from "@/components/plan/plan-view";
import { RunFooter } from "@/components/plan/run-footer";
import { usePlan } from "@/components/plan/use-plan";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useSettled } from "@/components/ui/use-settled";
import { type BridgeRequest, bridgeWishSchema } from "@/server/network/guide/bridge-guide.schema";
import type { HostLink } from "@/server/network/host/host-network.schema";
import { ByHand } from "./by-hand";
import { TrialDialog } from "./trial-dialog";

export interface BridgeDialogProps {
  hostId: string;
  device: string;
  links: readonly HostLink[];
  onClose(): void;
}

const pause = 300;

/** Asks how a bridge is to be made of a network card, shows what that does to the host, and does it after a yes. */
export function BridgeDialog({ hostId, device, links, onClose }: BridgeDialogProps) {
  const link = links.find(({ name }) => name === device);
  const [bridge, setBridge] = useState(() => freeName(links));
  const [address, setAddress] = useState<BridgeRequest["address"]>("dhcp");
  const checked = bridgeWishSchema.safeParse({ device, bridge, address });
  const request = checked.success ? checked.data : null;
  const settled = useSettled(request, pause);
  const plan = usePlan(
    ["bridge.plan", hostId, settled],
    settled && (() => trpc.bridge.plan.query({ hostId, ...settled })),
  );
  const run = useJobAction(
    {
      mutationFn: (fingerprint: string) =>
        trpc.bridge.run.mutate({ hostId, device, bridge, address, fingerprint }),
    },
    () => null,
  );
  if (run.answer !== undefined)
    return <TrialDialog hostId={hostId} jobId={run.answer.jobId} onClose={onClose} />;
  const isShown = request !== null && settled !== null;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        title={`Create a bridge with ${device}`}
        description="The new network is kept only if this browser still reaches Passdeck over it."
        footer={
          isShown ? (
            <RunFooter
              plan={plan}
              run={run}
              label="Change over"
              right={{ act: "bridge.run", objects: [{ kind: "boot", hostId }] }}
            />
          ) : (
            <DialogClose asChild>
              <Button>Close</Button>
            </DialogClose>
          )
        }
      >
        <div className="mb-4 grid gap-3 pt-3 sm:grid-cols-2">
          <TextField
            label="Bridge name"
            mono
            value={bridge}
            problem={checked.success ? null : checked.error.issues[0]?.message}
            onChange={setBridge}
          />
          <SelectField<BridgeRequest["address"]>
            label="Host address"
            value={address}
            choices={[
              { value: "dhcp" as const, label: "DHCP" },
              ...(link !== undefined && link.cidrs.length > 0
                ? [{ value: "fixed" as const, label: `Fixed: ${link.cidrs.join(", ")}, as now` }]
                : []),
            ]}
            onChange={setAddress}
          />
        </div>
        {isShown ? (
          <Loaded reading={plan} what="the plan" skeleton={<PlanSkeleton />}>
            {(shown) => (
              <>
                <PlanView plan={shown} />
                {shown.refusal === null ? null : <ByHand hostId={hostId} request={settled} />}
              </>
            )}
          </Loaded>
        ) : null}
      </DialogContent>
    </Dialog>
  );
}

function freeName(links: readonly HostLink[]): string {
  const taken = new Set(links.map(({ name }) => name));
  let number = 0;
  while (taken.has(`br${number}`)) number += 1;
  return `br${number}`;
}
