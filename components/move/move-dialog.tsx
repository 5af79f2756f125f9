"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { Loaded } from "@/components/data/loaded";
import { useAction } from "@/components/data/use-action";
import { hostObject, vmObject } from "@/components/data/use-rights";
import { isActive } from "@/components/fleet/state-look";
import { useHosts } from "@/components/fleet/use-fleet";
import { useHostLabel } from "@/components/fleet/use-host-label";
import JobDialog from "@/components/job/job-dialog";
import { PlanSkeleton } from "@/components/plan/plan-skeleton";
import { PlanView } from "@/components/plan/plan-view";
import { RunFooter } from "@/components/plan/run-footer";
import { usePlan } from "@/components/plan/use-plan";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/form/select-field";
import type { VmSummary } from "@/server/fleet/schema";
import { MigrationState } from "./migration-state";
import { MoveOptionsFields } from "./move-options-fields";
import { type ChosenCard, MovedCards } from "./moved-cards";
import { type MoveOptions, usualOptions } from "./options";
import { PlacedDisks } from "./placed-disks";

export interface MoveDialogProps {
  vm: VmSummary;
  onClose(): void;
}

/** Asks for the host that a VM is to go to, shows what that takes and what stands against it, and then its way there. */
export default function MoveDialog({ vm, onClose }: MoveDialogProps) {
  const hosts = useHosts().filter(({ id, connection }) => id !== vm.hostId && connection === "connected");
  const label = useHostLabel();
  const [chosen, setChosen] = useState<string | null>(null);
  const targetHostId = chosen ?? (hosts.length === 1 ? (hosts[0]?.id ?? null) : null);
  const [pools, setPools] = useState<readonly { target: string; pool: string }[]>([]);
  const [cards, setCards] = useState<readonly ChosenCard[]>([]);
  const [options, setOptions] = useState<MoveOptions>(usualOptions);
  const request = {
    hostId: vm.hostId,
    vmId: vm.id,
    targetHostId: targetHostId ?? "",
    pools: [...pools],
    cards: [...cards],
    options,
  };
  const answer = usePlan(
    ["move.plan", request],
    targetHostId === null
      ? null
      : () => trpc.move.plan.mutate(request).then(({ plan, ...shown }) => ({ ...plan, ...shown })),
  );
  const run = useAction({
    mutationFn: (fingerprint: string) => trpc.move.run.mutate({ ...request, fingerprint }),
  });
  if (run.answer !== undefined)
    return (
      <JobDialog jobId={run.answer.jobId} onClose={onClose}>
        <MigrationState vm={vm} mayFinish={options.postCopy} />
      </JobDialog>
    );
  const isLive = isActive(vm.state);
  const there = hosts.find(({ id }) => id === targetHostId);
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        title={`Migrate ${vm.name}`}
        description={
          isLive
            ? "It stays running; programs in it notice a moment’s pause."
            : "It is off and stays off: what it needs is copied, and then it is removed from this host."
        }
        footer={
          <RunFooter
            plan={answer}
            run={run}
            label="Migrate"
            right={{ act: "move.run", objects: [vmObject(vm), hostObject(targetHostId ?? vm.hostId)] }}
          />
        }
      >
        <div className="mt-3 flex flex-col gap-3">
          {hosts.length === 0 ? <p>No other host is connected. Add one on the Hosts page.</p> : null}
          <SelectField
            label="Target host"
            value={targetHostId}
            placeholder="Choose a host"
            choices={hosts.map(({ id }) => ({ value: id, label: label(id) }))}
            onChange={(id) => {
              setChosen(id);
              setPools([]);
              setCards([]);
            }}
          />
          <MoveOptionsFields live={isLive} options={options} onChange={setOptions} />
          {targetHostId === null ? null : (
            <Loaded reading={answer} what="the plan" skeleton={<PlanSkeleton />}>
              {(plan) => (
                <>
                  <PlacedDisks
                    disks={plan.disks}
                    pools={there?.pools ?? []}
                    chosen={pools}
                    onChoose={setPools}
                  />
                  <MovedCards cards={plan.cards} chosen={cards} onChoose={setCards} />
                  <PlanView plan={plan} />
                </>
              )}
            </Loaded>
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}
