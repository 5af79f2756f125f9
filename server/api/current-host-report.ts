import { AppError } from "../errors";
import { deviceAttachments } from "../fleet/device-attachments";
import type { Fleet } from "../fleet/fleet";
import type { CallerAddresses } from "../pci/management-devices";
import { readHostReport } from "../pci/read-host-report";
import type { JudgedReport } from "../pci/schema";
import { judge } from "./judged-hardware";

/**
 * A host's hardware with verdicts for who asks, to make plans from: read anew, as what pages show may be a minute old
 * where only a mount or an address changed.
 */
export async function currentHostReport(
  fleet: Fleet,
  hostId: string,
  caller: CallerAddresses,
): Promise<JudgedReport> {
  const { tree } = fleet.host(hostId).configuration;
  if (tree === null) throw unknownHardware();
  return judge(await readHostReport(tree), deviceAttachments(fleet.vmsOf(hostId)), caller);
}

/** As {@link currentHostReport}, but as pages show it, which takes no reading where nothing has changed. */
export async function shownHostReport(
  fleet: Fleet,
  hostId: string,
  caller: CallerAddresses,
): Promise<JudgedReport> {
  const report = await fleet.shownHardware(hostId);
  if (report === null) throw unknownHardware();
  return judge(report, deviceAttachments(fleet.vmsOf(hostId)), caller);
}

function unknownHardware(): AppError {
  return new AppError("conflict", {
    userMessage: "This host's files can't be read by Passdeck, so nothing is known of its devices.",
  });
}
