import type { PreflightFinding } from "../../create/preflight/preflight.schema";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { Installation } from "./create-input.schema";
import { findOnMedium } from "./installer-steps";

/** Whether the medium has the installer's kernel that the VM is to be started with. */
export async function mediumFindings(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  installation: Omit<Installation, "injected"> | null,
): Promise<PreflightFinding[]> {
  if (installation === null) return [];
  const { medium, kernel, initrd } = installation;
  try {
    await fleet.host(hostId).runLong(`Volume ${medium.pool}/${medium.volume}`, async (connection) => {
      for (const { path } of [kernel, initrd]) await findOnMedium(connection, medium, path);
    });
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const path = ["opticalDrives", 0, "source"];
    return [{ code: "installation", weight: "fail", path, message: error.userMessage, fix: "" }];
  }
}
