"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useRights, vmObject } from "@/components/data/use-rights";
import { useSubscription } from "@/components/data/use-subscription";
import { useToldAction } from "@/components/data/use-told-action";
import { Card, CardHeader } from "@/components/ui/card";
import { CheckField } from "@/components/ui/form/check-field";
import type { VmSummary } from "@/server/fleet/schema";
import { GpuFigures } from "./gpu-figures";
import { whyNoFigures } from "./guest-gpus-words";

const note =
  "While somebody looks, the guest agent runs nvidia-smi, or reads amdgpu’s files, every few seconds: use, memory, temperature and power.";

/** What a VM's guest tells of its GPUs, and whether it is asked. */
export default function GuestGpuCard({ vm }: { vm: VmSummary }) {
  const { hostId, id: vmId, name } = vm;
  const gpus = useSubscription(api.guestGpu.watch.subscriptionOptions({ hostId, vmId }));
  const mayNot = useRights(vmObject(vm))("guestGpu.set");
  const [chosen, setChosen] = useState(false);
  const set = useToldAction(api.guestGpu.set.mutationOptions(), ({ mayAsk }: { mayAsk: boolean }) => ({
    subject: name,
    label: "Change whether the guest is asked for its GPUs",
    done: mayAsk ? "The guest is asked for its GPUs." : "The guest is not asked any more.",
  }));
  return (
    <Card>
      <CardHeader title="GPU in the guest" />
      <div className="flex flex-col gap-3 px-4 py-3">
        <Loaded reading={gpus} what="the guest’s GPUs">
          {(known) => (
            <>
              {mayNot === null ? (
                <CheckField
                  label="Ask the guest"
                  note={note}
                  checked={set.busy ? chosen : known.kind !== "not-allowed"}
                  onChange={(mayAsk) => {
                    setChosen(mayAsk);
                    set.run({ hostId, vmId, mayAsk });
                  }}
                />
              ) : null}
              <p role="status" className="wrap-anywhere text-muted empty:hidden">
                {mayNot === null && known.kind === "not-allowed" ? null : whyNoFigures(known)}
              </p>
              {known.kind === "told"
                ? known.gpus.map((gpu) => <GpuFigures key={`${gpu.address} ${gpu.name}`} gpu={gpu} />)
                : null}
            </>
          )}
        </Loaded>
      </div>
    </Card>
  );
}
