"use client";

import { useEffect, useState } from "react";
import { type ApiOutputs, trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { whileVisible } from "@/components/data/while-visible";
import type { Hardware } from "@/server/domain/hardware/read-hardware";
import type { VmSummary } from "@/server/fleet/schema";

/** A VM's hardware, live; null until the server told of it. */
export type LoadedHardware = { hardware: Hardware } | { problem: string } | null;

export function useHardware({ hostId, id: vmId }: Pick<VmSummary, "hostId" | "id">): LoadedHardware {
  const [loaded, setLoaded] = useState<LoadedHardware>(null);
  useEffect(
    () =>
      whileVisible((again) => {
        const subscription = trpc.hardware.watch.subscribe(
          { hostId, vmId },
          {
            onData: setLoaded,
            onError: (error) => {
              setLoaded({ problem: errorText(error) });
              again();
            },
            onComplete: again,
          },
        );
        return () => subscription.unsubscribe();
      }),
    [hostId, vmId],
  );
  return loaded;
}

/** What a host has to choose from; null until it is known, and for those who may not ask. */
export function useHostChoices(hostId: string): ApiOutputs["create"]["choices"] | null {
  const [choices, setChoices] = useState<ApiOutputs["create"]["choices"] | null>(null);
  useEffect(() => {
    let outdated = false;
    trpc.create.choices.query({ hostId }).then(
      (answer) => (outdated ? undefined : setChoices(answer)),
      // Suggestions are a help: without them one writes what one knows.
      () => undefined,
    );
    return () => {
      outdated = true;
    };
  }, [hostId]);
  return choices;
}
