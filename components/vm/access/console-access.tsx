"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useSubscription } from "@/components/data/use-subscription";
import { useToldAction } from "@/components/data/use-told-action";
import { Card, CardHeader } from "@/components/ui/card";
import { CheckField } from "@/components/ui/form/check-field";
import type { VmSummary } from "@/server/fleet/schema";

/** Who reaches a VM's consoles besides those who may type there, for who may say so. What was chosen shows at once. */
export function ConsoleAccess({ vm }: { vm: VmSummary }) {
  const { hostId, id: vmId, name } = vm;
  const access = useSubscription(api.console.access.subscriptionOptions({ hostId, vmId }));
  const [chosen, setChosen] = useState(false);
  const setWatching = useToldAction(
    api.console.setWatching.mutationOptions(),
    ({ viewersMayWatch }: { viewersMayWatch: boolean }) => ({
      subject: name,
      label: "Change whether viewers may watch",
      done: viewersMayWatch
        ? "Viewers may watch its consoles."
        : "Viewers may not watch its consoles any more. Those who did are disconnected.",
    }),
  );
  return (
    <Loaded reading={access} what="who reaches the consoles">
      {({ viewersMayWatch }) => (
        <Card className="mt-4">
          <CardHeader title="Consoles" />
          <div className="px-4 py-3">
            <CheckField
              label="Viewers may watch"
              note={`Viewers, by their role or by a share, see ${name}’s screen and its serial console with its scrollback. They cannot type.`}
              checked={setWatching.busy ? chosen : viewersMayWatch}
              onChange={(checked) => {
                setChosen(checked);
                setWatching.run({ hostId, vmId, viewersMayWatch: checked });
              }}
            />
          </div>
        </Card>
      )}
    </Loaded>
  );
}
