import type { Connection } from "../libvirt/connection";
import { domainState } from "../libvirt/protocol/constants.gen";
import type { ProcedureArguments } from "../libvirt/protocol/procedures.gen";
import type { VmAction } from "./actions.schema";

/** libvirt's handle of a domain. */
export type DomainHandle = ProcedureArguments["domain_get_state"]["dom"];

/** Starting and saving write or read the whole memory of a guest, which takes as long as the disk does. */
const slowMs = 10 * 60_000;

const acts: Record<VmAction, (connection: Connection, dom: DomainHandle) => Promise<unknown>> = {
  start: (connection, dom) =>
    connection.call("domain_create_with_flags", { dom, flags: 0 }, { timeoutMs: slowMs }),
  pause: (connection, dom) => connection.call("domain_suspend", { dom }),
  // A guest that suspended itself to memory is woken up; one that was paused goes on.
  resume: async (connection, dom) => {
    const { state } = await connection.call("domain_get_state", { dom, flags: 0 });
    if (state === domainState.PMSUSPENDED) return connection.call("domain_pm_wakeup", { dom, flags: 0 });
    return connection.call("domain_resume", { dom });
  },
  "shut-down": (connection, dom) => connection.call("domain_shutdown_flags", { dom, flags: 0 }),
  reboot: (connection, dom) => connection.call("domain_reboot", { dom, flags: 0 }),
  reset: (connection, dom) => connection.call("domain_reset", { dom, flags: 0 }),
  "force-off": (connection, dom) => connection.call("domain_destroy_flags", { dom, flags: 0 }),
  save: (connection, dom) => connection.call("domain_managed_save", { dom, flags: 0 }, { timeoutMs: slowMs }),
  "discard-saved": (connection, dom) => connection.call("domain_managed_save_remove", { dom, flags: 0 }),
};

/**
 * Starts a VM by a definition for this start alone: what is saved stays as it is, and is what the VM has again once it is
 * off (https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateXML).
 */
export async function startAs(connection: Connection, xml: string): Promise<void> {
  await connection.call("domain_create_xml", { xml_desc: xml, flags: 0 }, { timeoutMs: slowMs });
}

/** Does `action` to a VM. Resolves when libvirt accepted it; what came of it is told by its events. */
export async function act(connection: Connection, dom: DomainHandle, action: VmAction): Promise<void> {
  await acts[action](connection, dom);
}
