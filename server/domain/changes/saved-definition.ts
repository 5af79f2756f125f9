import type { Connection } from "../../libvirt/connection";
import { LibvirtError } from "../../libvirt/errors";
import { domainXmlFlags, errorNumber } from "../../libvirt/protocol/constants.gen";
import { parseUuid } from "../../libvirt/uuid";
import type { DomainHandle } from "../lifecycle";

/** A VM's saved definition, as it may be shown. */
export interface SavedDefinition {
  handle: DomainHandle;
  /** Without passwords. */
  xml: string;
  /** Whether the VM runs; it has the definition as of its start then. */
  active: boolean;
}

/** A VM of which it is known already that it has a saved definition. */
export type KnownVm = Pick<SavedDefinition, "handle" | "active">;

/**
 * Reads a VM's saved definition. null where there is none: the VM is gone, or ceases to be when it is shut down.
 * @param known Spares looking for the VM.
 */
export function readShownDefinition(
  connection: Connection,
  vmId: string,
  known: KnownVm | null = null,
): Promise<SavedDefinition | null> {
  return ifThere(async () => {
    const vm = known ?? (await findPersistent(connection, vmId));
    if (vm === null) return null;
    const asked = { dom: vm.handle, flags: domainXmlFlags.INACTIVE };
    return { ...vm, xml: (await connection.call("domain_get_xml_desc", asked)).xml };
  });
}

async function findPersistent(connection: Connection, vmId: string): Promise<KnownVm | null> {
  const { dom } = await connection.call("domain_lookup_by_uuid", { uuid: parseUuid(vmId) });
  const { persistent } = await connection.call("domain_is_persistent", { dom });
  // A domain that is off has no number (virDomainGetID).
  return persistent === 0 ? null : { handle: dom, active: dom.id !== -1 };
}

async function ifThere<Value>(read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof LibvirtError && error.code === errorNumber.NO_DOMAIN) return null;
    throw error;
  }
}
