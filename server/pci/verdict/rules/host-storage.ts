import { deviceKind } from "../../device-kind.schema";
import type { PciDevice } from "../../schema";
import type { Reason } from "../../verdict.schema";
import { type Rule, reason } from "../rule";
import { namedWithDriver } from "../words";
import { details, storageUses, usesOf } from "./indispensable";

/** Disks that the host uses, or that its configuration names: unbinding their controller would remove them. */
export const hostStorage: Rule = ({ functions }) =>
  functions.flatMap((device) => {
    const uses = storageUses(device);
    if (uses.length === 0) return configured(device);
    const isRoot = uses.some(({ kind }) => kind === "root-file-system");
    const message = `The host has data on ${namedWithDriver(device)}: ${details(uses)}.`;
    const fix = isRoot
      ? "It holds the host's root file system. Only devices without file systems of the host can be reserved for VMs."
      : "Unmount the file systems, turn off the swap, or deactivate the volumes, then try again.";
    return [reason("block", "host-storage", [device], message, fix)];
  });

/** What is not in use now, but is meant to be: the host may wait for it at its next boot, or use it any moment. */
function configured(device: PciDevice): Reason[] {
  const uses = usesOf(device, "configured");
  if (uses.length === 0) return [];
  const what = deviceKind(device.class) === "network" ? "to reach storage through" : "to use a disk of";
  const message = `The host is set up ${what} ${namedWithDriver(device)}: ${details(uses)}.`;
  const fix = "Take it out of the host's configuration first, unless the host can do without it.";
  return [reason("risk", "host-storage", [device], message, fix)];
}
