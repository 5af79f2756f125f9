import { type Rule, reason } from "../rule";
import { namedWithDriver } from "../words";
import { details, storageUses } from "./indispensable";

/** Disks that the host lives on: taking the controller away would tear them out. */
export const hostStorage: Rule = ({ functions }) =>
  functions.flatMap((device) => {
    const uses = storageUses(device);
    if (uses.length === 0) return [];
    const isRoot = uses.some(({ kind }) => kind === "root-file-system");
    const message = `The host has its data on ${namedWithDriver(device)}: ${details(uses)}.`;
    const fix = isRoot
      ? "The host runs from it. Only a device that holds none of the host's file systems can be reserved for VMs."
      : "Unmount the file systems, switch the swap off, or take the volumes out of use, then try again.";
    return [reason("block", "host-storage", [device], message, fix)];
  });
