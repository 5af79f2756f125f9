import { type Rule, reason } from "../rule";
import { namedWithDriver } from "../words";
import { details, storageUses } from "./indispensable";

/** Disks that the host uses: unbinding their controller would remove them. */
export const hostStorage: Rule = ({ functions }) =>
  functions.flatMap((device) => {
    const uses = storageUses(device);
    if (uses.length === 0) return [];
    const isRoot = uses.some(({ kind }) => kind === "root-file-system");
    const message = `The host has data on ${namedWithDriver(device)}: ${details(uses)}.`;
    const fix = isRoot
      ? "It holds the host's root file system. Only devices without file systems of the host can be reserved for VMs."
      : "Unmount the file systems, turn off the swap, or deactivate the volumes, then try again.";
    return [reason("block", "host-storage", [device], message, fix)];
  });
