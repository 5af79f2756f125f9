import type { Taken } from "../../access/quota.schema";
import type { VmKey } from "../../access/shared-object";
import { definitionUse } from "../../domain/definition-use";
import type { DomainHandle } from "../../domain/lifecycle";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { ManagedHost } from "../../fleet/managed-host";
import type { Connection } from "../../libvirt/connection";
import { domainXmlFlags } from "../../libvirt/protocol/constants.gen";
import { findDomain, isActive } from "../create/own-domain";
import { larger, nothingTaken } from "./amounts";
import { diskBytes } from "./disk-sizes";

/**
 * What a VM takes, as libvirt has it now: its saved definition, or its running machine where that has more. Nothing of one
 * that is not there. The inventory is not asked, as it comes to know of a VM a moment after libvirt.
 * @throws AppError where its host can't be asked, or its definition can't be read.
 */
export async function vmTaken(fleet: Pick<Fleet, "host">, { hostId, vmId }: VmKey): Promise<Taken> {
  const host = hostOf(fleet, hostId);
  if (host === null) return nothingTaken;
  return host.run("A VM", async (connection) => {
    const dom = await findDomain(connection, vmId);
    if (dom === null) return nothingTaken;
    const { xml } = await connection.call("domain_get_xml_desc", { dom, flags: 0 });
    const present = await definitionTaken(connection, { xml, dom, name: dom.name });
    if (!(await isActive(connection, dom))) return present;
    const flags = domainXmlFlags.INACTIVE;
    const saved = await connection.call("domain_get_xml_desc", { dom, flags });
    return larger(present, await definitionTaken(connection, { xml: saved.xml, dom, name: dom.name }));
  });
}

/** null of a host that Passdeck does not manage any more, of which nobody has anything by it. */
function hostOf(fleet: Pick<Fleet, "host">, hostId: string): ManagedHost | null {
  try {
    return fleet.host(hostId);
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}

/** A definition, and whose it is. */
export interface OfVm {
  xml: string;
  name: string;
  /** null of a VM that is made. */
  dom: DomainHandle | null;
}

/**
 * What a VM of that definition takes.
 * @param made The sizes of disks that are not there yet, in bytes.
 */
export async function definitionTaken(
  connection: Connection,
  { xml, name, dom }: OfVm,
  made: (source: string) => number | null = () => null,
): Promise<Taken> {
  const { disks, ...use } = definitionUse(xml);
  const taken = { ...nothingTaken, ...use, vms: 1, unsized: [] as string[] };
  for (const disk of disks) {
    const bytes = made(disk.source) ?? (await diskBytes(connection, dom, disk));
    if (bytes === null) taken.unsized.push(`${disk.target} of ${name}`);
    else taken.diskBytes += bytes;
  }
  return taken;
}
