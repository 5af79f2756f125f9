"use client";

import { Disc } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { trpc } from "@/components/data/client";
import { useRights, vmObject } from "@/components/data/use-rights";
import type { PlanRequest } from "@/components/plan/plan-dialog";
import { SelectField } from "@/components/ui/form/select-field";
import { ReasonButton } from "@/components/ui/reason-button";
import type { Values } from "@/server/domain/fields/field.schema";
import type { VmSummary } from "@/server/fleet/schema";
import { useHardwareRoom } from "./hardware-context";

const PlanDialog = lazy(() => import("@/components/plan/plan-dialog"));

interface Medium {
  pool: string;
  volume: string;
}

interface MediumPanelProps {
  /** The drive's, as they are saved. */
  values: Values;
}

/** For a VM's owner, who changes nothing else of its hardware: the disc of a drive, out of what is granted to them. */
export default function MediumPanel({ values }: MediumPanelProps) {
  const { vm, choices } = useHardwareRoom();
  const mayNot = useRights(vmObject(vm))("hardware.runMedium");
  const [request, setRequest] = useState<PlanRequest | null>(null);
  const media = (choices?.pools ?? [])
    .filter(({ takesDisks }) => !takesDisks)
    .flatMap(({ name, volumes }) => volumes.map((volume) => ({ pool: name, volume })));
  const [chosen, setChosen] = useState<string | null>(null);
  const medium = media.find((one) => nameOf(one) === chosen);
  const drive = values.target ?? "";
  const within = values.volume ?? values.file ?? values.dev ?? null;
  const propose = (wanted: Medium | null) => setRequest(requestOf(vm, drive, wanted));
  return (
    <section aria-label={`Disc of ${drive}`} className="flex flex-col gap-3 border-border border-b px-4 py-4">
      <p className="wrap-anywhere">{within === null ? "The drive is empty." : `In the drive: ${within}`}</p>
      <div className="flex flex-wrap items-end gap-2">
        <SelectField
          label="Disc"
          className="min-w-0 flex-1 basis-56"
          value={medium === undefined ? null : nameOf(medium)}
          placeholder={media.length === 0 ? "No medium is granted to you" : "Choose a medium"}
          choices={media.map((one) => ({ value: nameOf(one), label: one.volume, group: one.pool }))}
          onChange={setChosen}
        />
        <ReasonButton
          variant="primary"
          reason={mayNot ?? (medium === undefined ? "Choose a medium first" : null)}
          onClick={() => (medium === undefined ? undefined : propose(medium))}
        >
          <Disc aria-hidden />
          Insert…
        </ReasonButton>
        {within === null ? null : (
          <ReasonButton reason={mayNot} onClick={() => propose(null)}>
            Eject…
          </ReasonButton>
        )}
      </div>
      <Suspense>
        {request === null ? null : <PlanDialog request={request} onClose={() => setRequest(null)} />}
      </Suspense>
    </section>
  );
}

function nameOf({ pool, volume }: Medium): string {
  return `${pool}/${volume}`;
}

function requestOf(vm: VmSummary, drive: string, medium: Medium | null): PlanRequest {
  const request = { hostId: vm.hostId, vmId: vm.id, drive, medium };
  return {
    title: medium === null ? `Eject the disc of ${drive}` : `Insert ${medium.volume} into ${drive}`,
    label: medium === null ? "Eject" : "Insert",
    right: { act: "hardware.runMedium", objects: [vmObject(vm)] },
    load: () => trpc.hardware.planMedium.mutate(request),
    run: (fingerprint) => trpc.hardware.runMedium.mutate({ ...request, fingerprint }),
  };
}
