import { AppError } from "../../../errors";
import type { Connection } from "../../../libvirt/connection";
import { domainXmlFlags } from "../../../libvirt/protocol/constants.gen";
import { type Whereabouts, whereaboutsOn } from "../../../move/whereabouts";
import { readFileFacts } from "../../../storage/file-facts";
import { existingVolume } from "../../../storage/look-up";
import { fingerprintOf } from "../../../xml/fingerprint";
import type { MoveInput } from "../move-input.schema";

type DomainHandle = NonNullable<Whereabouts["dom"]>;

/**
 * The VM on the source, which is off and as it was planned, with disks that nobody has written to since: what was copied
 * of it is whole.
 * @throws AppError "conflict" where it is not.
 */
export async function stillAsPlanned(connection: Connection, input: MoveInput): Promise<DomainHandle> {
  const { vmId, vmName, disks, cold } = input;
  const { presence, dom } = await whereaboutsOn(connection, vmId, "source");
  if (dom === null) throw changed(`${vmName} was deleted in the meantime`);
  if (presence !== "off") throw changed(`${vmName} was started in the meantime`);
  const { xml } = await connection.call("domain_get_xml_desc", { dom, flags: domainXmlFlags.INACTIVE });
  if (fingerprintOf(xml) !== cold?.definition)
    throw changed(`the definition of ${vmName} was changed in the meantime`);
  for (const { target, from, file } of disks) {
    const vol = await existingVolume(connection, from.pool, from.volume);
    const { modified } = await readFileFacts(connection, vol);
    if (modified !== file?.modified) throw changed(`its disk ${target} was written to in the meantime`);
  }
  return dom;
}

function changed(what: string): AppError {
  return new AppError("conflict", {
    userMessage: `It was not migrated: ${what}. Look at it, and migrate it again.`,
  });
}
