"use client";

import { useState } from "react";
import { deviceObjects, vmObject } from "@/components/data/use-rights";
import { useVm } from "@/components/fleet/use-fleet";
import { vmKey } from "@/components/fleet/vm-key";
import JobDialog from "@/components/job/job-dialog";
import { LoadedPlanView } from "@/components/plan/loaded-plan";
import { RunFooter } from "@/components/plan/run-footer";
import type { LoadedPlan } from "@/components/plan/use-plan";
import { useRun } from "@/components/plan/use-run";
import { Dialog, DialogContent, type DialogContentProps } from "@/components/ui/dialog";
import type { AttachOptions } from "@/server/domain/edit/attach-options.schema";
import type { VmSummary } from "@/server/fleet/schema";
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

/** Hands a card to a VM: which one, how, and what exactly changes, before it does. */
export default function AttachDialog({ hostId, cards, vmId: fixedVm, onClose }: AttachDialogProps) {
  const [vmId, setVmId] = useState<string | null>(fixedVm ?? null);
  const [address, setAddress] = useState(cards.length === 1 ? (cards[0]?.device.address ?? null) : null);
  const [asked, setAsked] = useState<AttachOptions>({});
  const card = cards.find(({ device }) => device.address === address) ?? null;
  const vm = useVm(vmKey({ hostId, id: vmId ?? "" }));
  const quirks = card === null || vm === null ? [] : quirksFor(card, vm);
  const options = withQuirks(asked, quirks);
  const plan = useAttachPlan({ hostId, vmId, card, options });
  const run = useRun();
  if (run.jobId !== null) return <JobDialog jobId={run.jobId} onClose={onClose} />;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        {...headOf(cards)}
        footer={
          <RunFooter
            loaded={plan.loaded}
            run={run}
            label="Attach"
            right={{
              act: "passthrough.runAttach",
              objects: [
                ...(vm === null ? [] : [vmObject(vm)]),
                ...deviceObjects(hostId, card === null ? [] : [card.device.address]),
              ],
            }}
            onAgain={plan.again}
            onRun={(fingerprint) => plan.run(run, fingerprint)}
          />
        }
      >
        <div className="mt-3 flex flex-col gap-3">
          {cards.length > 1 ? <CardChoice cards={cards} address={address} onChange={setAddress} /> : null}
          {fixedVm === undefined ? <VmChoice hostId={hostId} vmId={vmId} onChange={setVmId} /> : null}
          {card === null ? null : (
            <OptionFields hostId={hostId} card={card} quirks={quirks} options={options} onChange={setAsked} />
          )}
          {plan.shown === null ? null : <Changes vm={vm} loaded={plan.shown} onAgain={plan.again} />}
        </div>
      </DialogContent>
    </Dialog>
  );
}

interface ChangesProps {
  vm: VmSummary | null;
  loaded: LoadedPlan;
  onAgain(): void;
}

function Changes({ vm, loaded, onAgain }: ChangesProps) {
  return (
    <section aria-label="What changes" className="flex flex-col gap-2">
      <h3 className="font-semibold">What changes</h3>
      {vm === null ? null : <WhenApplied vm={vm} />}
      <LoadedPlanView loaded={loaded} onAgain={onAgain} />
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
        ? `${vm.name} is off. It has the card from its next start on.`
        : `${vm.name} is on. The steps say whether it gets the card now or at its next start.`}
    </p>
  );
}
