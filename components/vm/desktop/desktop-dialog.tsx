"use client";

import { useState } from "react";
import { Loaded } from "@/components/data/loaded";
import { deviceObjects, vmObject } from "@/components/data/use-rights";
import { quirksFor, withQuirks } from "@/components/device/attach/attach-options";
import type { CardView } from "@/components/device/card-view";
import JobDialog from "@/components/job/job-dialog";
import type { PlanRequest } from "@/components/plan/plan-dialog";
import { PlanSkeleton } from "@/components/plan/plan-skeleton";
import { PlanView } from "@/components/plan/plan-view";
import { RunFooter } from "@/components/plan/run-footer";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { AttachOptions } from "@/server/domain/edit/attach-options.schema";
import type { VmSummary } from "@/server/fleet/schema";
import { type DesktopGround, firstDraft, setupOf, suggestedPins } from "./desktop-draft";
import { DesktopParts } from "./desktop-parts";
import { useDesktopPlan } from "./use-desktop-plan";

interface DesktopDialogProps {
  vm: VmSummary;
  ground: DesktopGround;
  /** The host's GPUs, those that the VM has among them. */
  gpus: readonly CardView[];
  /** Shows another plan in place of this dialog: of a change of the host that the setup needs. */
  onHostPlan(request: PlanRequest): void;
  onClose(): void;
}

/** Makes a VM a desktop with a GPU: each part to be switched, and all of it one plan. */
export default function DesktopDialog({ vm, ground, gpus, onHostPlan, onClose }: DesktopDialogProps) {
  const [draft, setDraft] = useState(() => firstDraft(ground));
  const [gpu, setGpu] = useState<CardView | null>(() => gpus.find((card) => isOf(vm, card)) ?? null);
  const [chosen, setChosen] = useState<AttachOptions>({});
  const quirks = gpu === null ? [] : quirksFor(gpu, vm);
  const options = gpu === null ? {} : withQuirks(chosen, quirks);
  const pinning = suggestedPins(ground, gpu?.device.numaNode ?? null);
  const setup = setupOf(draft, pinning);
  const addresses = gpu?.functions.map(({ address }) => address) ?? [];
  const { plan, run } = useDesktopPlan({ hostId: vm.hostId, vmId: vm.id, addresses, options, setup });
  if (run.answer !== undefined) return <JobDialog jobId={run.answer.jobId} onClose={onClose} />;
  const right = {
    act: "hardware.runDesktop" as const,
    objects: [vmObject(vm), ...deviceObjects(vm.hostId, addresses)],
  };
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        title={`Set up ${vm.name} as a desktop with a GPU`}
        description="Everything is one change of the definition. Switch off what the VM is not to have."
        footer={<RunFooter plan={plan} run={run} label="Set up" right={right} />}
      >
        <div className="mt-3 flex flex-col gap-5">
          <DesktopParts
            vm={vm}
            ground={ground}
            draft={draft}
            onDraft={setDraft}
            pinning={pinning}
            gpu={{ all: gpus, chosen: gpu, choose: setGpu, quirks, options, setOptions: setChosen }}
            onHostPlan={onHostPlan}
          />
          <section aria-label="What changes" className="flex flex-col gap-2">
            <h3 className="font-semibold">What changes</h3>
            {setup === null ? (
              <p className="text-muted">Choose the input devices first, or switch them off.</p>
            ) : (
              <Loaded reading={plan} what="the plan" skeleton={<PlanSkeleton />}>
                {(shown) => <PlanView plan={shown} />}
              </Loaded>
            )}
          </section>
        </div>
      </DialogContent>
    </Dialog>
  );
}

function isOf({ passthrough }: VmSummary, { functions }: CardView): boolean {
  return functions.some(({ address }) => passthrough.includes(address));
}
