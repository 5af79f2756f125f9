import type { PreflightFinding } from "../../create/preflight/preflight.schema";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { maintenanceWords } from "../../fleet/maintenance-words.schema";
import type { MoveFinding } from "../../move/move-finding.schema";

type KnownHosts = Pick<Fleet, "maintenanceOf">;

const ending = "An administrator ends the maintenance on the host’s page.";

/** Why a VM is not started on a host: a sentence with what to do; null where it may be. */
export function whyNoStart(fleet: KnownHosts, hostId: string, vmName: string): string | null {
  const maintenance = fleet.maintenanceOf(hostId);
  return maintenance && `${vmName} is not started, as ${maintenanceWords(maintenance)}. ${ending}`;
}

/** @throws AppError "conflict" where the VM's host is in maintenance. */
export function refuseStartInMaintenance(fleet: KnownHosts, hostId: string, vmName: string): void {
  const why = whyNoStart(fleet, hostId, vmName);
  if (why !== null) throw new AppError("conflict", { userMessage: why });
}

/** What stands against a new VM that is to be started at once. */
export function newVmInMaintenance(fleet: KnownHosts, hostId: string): PreflightFinding[] {
  const maintenance = fleet.maintenanceOf(hostId);
  if (maintenance === null) return [];
  const message = `This host is in maintenance (${maintenance.reason}), and starts no VM.`;
  return [
    {
      code: "maintenance",
      weight: "fail",
      path: [],
      message,
      fix: `Create it without starting it. ${ending}`,
    },
  ];
}

/** What stands against a move onto a host. */
export function moveIntoMaintenance(fleet: KnownHosts, hostId: string, name: string): MoveFinding[] {
  const maintenance = fleet.maintenanceOf(hostId);
  if (maintenance === null) return [];
  const message = `${name} is in maintenance (${maintenance.reason}), and takes no VM.`;
  return [{ weight: "fail", message, fix: `Choose another host. ${ending}` }];
}
