import { isOfRunning } from "../../domain/edit/domain-root";
import { readInstalling, startsKernel } from "../../domain/installing";
import type { DomainHandle } from "../../fleet/read-vm";
import type { VmSummary } from "../../fleet/schema";
import type { Connection } from "../../libvirt/connection";
import { domainShutoffReason, domainState } from "../../libvirt/protocol/constants.gen";
import { parseXml } from "../../xml/xml";
import type { EndInstallation } from "./end-installation-kind";

/** Of a VM's record what stays as it is, whatever becomes of the VM. */
interface Installed {
  handle: DomainHandle;
  summary: Pick<VmSummary, "id" | "name">;
}

/**
 * What is to be done at the end of an installation; null where the installer runs, or has not begun. It is asked of
 * libvirt, as the state and the definition in a record may be of two moments: a VM that runs still, without the
 * installer's kernel that it has lost by then.
 */
export async function endOfInstallation(
  connection: Pick<Connection, "call">,
  { handle: dom, summary: { id, name } }: Installed,
): Promise<EndInstallation | null> {
  const { xml } = await connection.call("domain_get_xml_desc", { dom, flags: 0 });
  const document = parseXml(xml);
  const installing = readInstalling(document);
  if (installing === null || startsKernel(document)) return null;
  const input = { vmId: id, name, ...installing };
  // Somebody has started it from its disk.
  if (isOfRunning(document)) return { ...input, start: false };
  const { state, reason } = await connection.call("domain_get_state", { dom, flags: 0 });
  if (state !== domainState.SHUTOFF || reason === domainShutoffReason.UNKNOWN) return null;
  return { ...input, start: reason === domainShutoffReason.SHUTDOWN };
}
