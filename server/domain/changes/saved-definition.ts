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

/** Reads a VM's saved definition. null where there is none: the VM is gone, or ceases to be when it is shut down. */
export async function readShownDefinition(
  connection: Connection,
  vmId: string,
): Promise<SavedDefinition | null> {
  try {
    const { dom } = await connection.call("domain_lookup_by_uuid", { uuid: parseUuid(vmId) });
    const [{ persistent }, { active }, { xml }] = await Promise.all([
      connection.call("domain_is_persistent", { dom }),
      connection.call("domain_is_active", { dom }),
      connection.call("domain_get_xml_desc", { dom, flags: domainXmlFlags.INACTIVE }),
    ]);
    return persistent === 0 ? null : { handle: dom, xml, active: active !== 0 };
  } catch (error) {
    if (error instanceof LibvirtError && error.code === errorNumber.NO_DOMAIN) return null;
    throw error;
  }
}
