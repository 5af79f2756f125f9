import { changeRequest, returnRequest } from "@/components/boot/change-request";
import { trpc } from "@/components/data/client";
import { deviceObjects } from "@/components/data/use-rights";
import type { CardView } from "@/components/device/card-view";
import { deviceTitle } from "@/components/device/device-names";
import type { PlanRequest } from "@/components/plan/plan-dialog";
import type { CardAct } from "./card-acts";

/** The plan of what is to be done to a card. */
export function cardRequest(
  hostId: string,
  { device }: CardView,
  { act, label, addresses }: CardAct,
): PlanRequest {
  const title = `${label}: ${deviceTitle(device)}`;
  if (act === "release") return returnRequest(hostId, addresses, title);
  if (act === "keep") return changeRequest(hostId, { vfioAddresses: [...addresses] });
  const request = { hostId, act, addresses: [...addresses] };
  return {
    title,
    label,
    right: { act: "passthrough.runBinding", objects: deviceObjects(hostId, addresses) },
    load: () => trpc.passthrough.planBinding.query(request),
    run: (fingerprint) => trpc.passthrough.runBinding.mutate({ ...request, fingerprint }),
  };
}
