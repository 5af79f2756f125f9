import { trpc } from "@/components/data/client";
import { deviceObjects } from "@/components/data/use-rights";
import { jobDone } from "@/components/job/job-done";
import type { PlanRequest } from "@/components/plan/plan-dialog";

interface CardReference {
  hostId: string;
  /** The card's function that the ROM is of. */
  address: string;
}

/** Reads a card's VBIOS. @param onRead Hears where it is once it is kept; a job's dialog says why where it is not. */
export function readRomRequest(card: CardReference, onRead?: (path: string) => void): PlanRequest {
  return {
    title: `Read the VBIOS of ${card.address}`,
    label: "Read VBIOS",
    right: { act: "passthrough.readRom", objects: deviceObjects(card.hostId, [card.address]) },
    load: () => trpc.passthrough.planReadRom.query(card),
    run: async (fingerprint) => {
      const started = await trpc.passthrough.readRom.mutate({ ...card, fingerprint });
      if (onRead !== undefined)
        void jobDone(started).then(
          () => onRead(started.path),
          () => undefined,
        );
      return started;
    },
  };
}
