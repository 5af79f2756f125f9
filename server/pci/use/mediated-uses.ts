import type { HostFiles } from "../../host/host-files";
import type { CarriedDevice } from "../carried.schema";
import { mdevFolder, mdevParentsFolder } from "./carried-devices";
import { type UseOf, usesOf } from "./owners";
import type { GapOf } from "./storage-gaps";

/** A card's driver makes its mediated devices, and takes them along. */
export function mediatedUses(carried: readonly CarriedDevice[]): UseOf[] {
  return carried.flatMap((device) =>
    device.bus === "mdev"
      ? usesOf(device.carriers, "mediated-device", `it carries the mediated device ${device.uuid}`)
      : [],
  );
}

/** A card that can have mediated devices has some, or none, only where they are listed. */
export function mediatedGaps(first: HostFiles): GapOf[] {
  if (first.lists(mdevFolder)) return [];
  const gap = {
    source: `/${mdevFolder}`,
    question: "which mediated devices it carries",
    weight: "risk",
  } as const;
  return first.names(mdevParentsFolder).map((address) => ({ address, gap }));
}
