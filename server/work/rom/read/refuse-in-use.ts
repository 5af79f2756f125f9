import { basename } from "node:path";
import { AppError } from "../../../errors";
import type { Fleet } from "../../../fleet/fleet";
import { isActive } from "../../../fleet/read-vm";
import { need } from "../../../host/ability";
import { sysfsPaths } from "../../../pci/binding/sysfs-paths";
import { isOnVfio } from "../../../pci/vfio-driver";
import type { ReadRomInput } from "./read-rom-input.schema";

/**
 * Refuses a card that came into use since the plan: a job may be finished long after a crash.
 * @throws AppError "conflict" that names who has it.
 */
export async function refuseInUse(fleet: Fleet, hostId: string, card: ReadRomInput): Promise<void> {
  const { address, name } = card;
  const vm = fleet
    .vmsOf(hostId)
    .find(
      ({ summary, definition }) =>
        isActive(summary.state) &&
        definition.hostDevices.some(({ source }) => source.bus === "pci" && source.address === address),
    );
  if (vm !== undefined) throw inUse(name, `the VM ${vm.summary.name}`);
  const link = await need(fleet.host(hostId).machine.files).readLink(sysfsPaths(address).driver);
  const driver = link === null ? null : basename(link);
  if (driver !== null && !isOnVfio({ driver }) && driver !== "pci-stub")
    throw inUse(name, `the driver ${driver}`);
}

function inUse(name: string, by: string): AppError {
  return new AppError("conflict", {
    userMessage: `${name} has come into use by ${by}, so its ROM was not read. Free it, and try again.`,
  });
}
