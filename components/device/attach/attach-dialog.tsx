"use client";

import { useState } from "react";
import { Loaded } from "@/components/data/loaded";
import type { Reading } from "@/components/data/reading";
import { deviceObjects, vmObject } from "@/components/data/use-rights";
import { useVm } from "@/components/fleet/use-fleet";
import { vmKey } from "@/components/fleet/vm-key";
import JobDialog from "@/components/job/job-dialog";
import { PlanSkeleton } from "@/components/plan/plan-skeleton";
import { PlanView } from "@/components/plan/plan-view";
import { RunFooter } from "@/components/plan/run-footer";
import { Dialog, DialogContent, type DialogContentProps } from "@/components/ui/dialog";
import type { AttachOptions } from "@/server/domain/edit/attach-options.schema";
import type { VmSummary } from "@/server/fleet/schema";
import type { Plan } from "@/server/plan.schema";
import { cardTitle } from "../card-title";
import type { CardView } from "../card-view";
import { quirksFor, withQuirks } from "./attach-options";
import { CardChoice } from "./card-choice";
import { OptionFields } from "./option-fields";
import { useAttachPlan } from "./use-attach-plan";
import { VmChoice } from "./vm-choice";

export interface AttachDialogProps {
  hostId: string;
  /** The one card, or those that there are to choose from. */
  cards: readonly CardView[];
  /** The VM, where it is known already. */
  vmId?: string;
  onClose(): void;
}

/** Attaches a card to a VM: which one, how, and what exactly changes, before it does. */
export default function AttachDialog({ hostId, cards, vmId: fixedVm, onClose }: AttachDialogProps) {
  const [vmId, setVmId] = useState<string | null>(fixedVm ?? null);
  const [address, setAddress] = useState(cards.length === 1 ? (cards[0]?.device.address ?? null) : null);
  const [chosen, setChosen] = useState<AttachOptions>({});
  const card = cards.find(({ device }) => device.address === address) ?? null;
  const vm = useVm(vmKey({ hostId, id: vmId ?? "" }));
  const quirks = card === null || vm === null ? [] : quirksFor(card, vm);
  const options = withQuirks(chosen, quirks);
  const { asked, plan, run } = useAttachPlan({ hostId, vmId, card, options });
  if (run.answer !== undefined) return <JobDialog jobId={run.answer.jobId} onClose={onClose} />;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        {...headOf(cards)}
        footer={
          <RunFooter
            plan={plan}
            run={run}
            label="Attach"
            right={{
              act: "passthrough.runAttach",
              objects: [
                ...(vm === null ? [] : [vmObject(vm)]),
                ...deviceObjects(hostId, card === null ? [] : [card.device.address]),
              ],
            }}
          />
        }
      >
        <div className="mt-3 flex flex-col gap-3">
          {cards.length > 1 ? <CardChoice cards={cards} address={address} onChange={setAddress} /> : null}
          {fixedVm === undefined ? <VmChoice hostId={hostId} vmId={vmId} onChange={setVmId} /> : null}
          {card === null ? null : (
            <OptionFields
              hostId={hostId}
              card={card}
              quirks={quirks}
              options={options}
              onChange={setChosen}
            />
          )}
          {asked ? <Changes vm={vm} plan={plan} /> : null}
        </div>
      </DialogContent>
    </Dialog>
  );
}

function Changes({ vm, plan }: { vm: VmSummary | null; plan: Reading<Plan> }) {
  return (
    <section aria-label="What changes" className="flex flex-col gap-2">
      <h3 className="font-semibold">What changes</h3>
      {vm === null ? null : <WhenApplied vm={vm} />}
      <Loaded reading={plan} what="the plan" skeleton={<PlanSkeleton />}>
        {(shown) => <PlanView plan={shown} />}
      </Loaded>
    </section>
  );
}

/** The one card, named as in its panel; where there are several, one is chosen below. */
function headOf([card, ...others]: readonly CardView[]): Pick<DialogContentProps, "title" | "description"> {
  if (card === undefined || others.length > 0) return { title: "Attach a card" };
  const { name, maker } = cardTitle(card.device);
  const description = (
    <>
      {maker} · <span className="font-mono">{card.device.address}</span>
    </>
  );
  return { title: `Attach ${name}`, description };
}

/** Whether the VM gets the card now or when it starts next. */
function WhenApplied({ vm }: { vm: VmSummary }) {
  return (
    <p className="text-muted">
      {vm.state === "off" || vm.state === "crashed"
        ? `${vm.name} is off. It gets the card at its next start.`
        : `${vm.name} is running. The steps show whether it gets the card now or at its next start.`}
    </p>
  );
}
