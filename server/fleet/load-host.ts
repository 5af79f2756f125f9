import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { errorNumber, listDomainsFlags } from "../libvirt/protocol/constants.gen";
import {
  buildRecord,
  type DomainHandle,
  idOf,
  type Refusal,
  stateOf,
  type VmFacts,
  type VmRecord,
} from "./read-vm";
import type { VmState } from "./schema";

type Caller = Pick<Connection, "call">;

/**
 * Everything about a host's VMs, in bulk: what each list flag asks for is told of all VMs by one call. `known` spares parsing
 * XML that has not changed.
 */
export async function loadVms(
  connection: Caller,
  hostId: string,
  known: (id: string) => VmRecord | undefined,
): Promise<VmRecord[]> {
  const list = async (flags: number) =>
    (await connection.call("connect_list_all_domains", { need_results: 1, flags })).domains;
  const idsOf = async (flags: number) => new Set((await list(flags)).map(idOf));
  const [handles, persistent, saved, autostart] = await Promise.all([
    list(0),
    idsOf(listDomainsFlags.PERSISTENT),
    idsOf(listDomainsFlags.MANAGEDSAVE),
    idsOf(listDomainsFlags.AUTOSTART),
  ]);
  const records = handles.map(async (handle) => {
    const id = idOf(handle);
    const look = await lookAt(connection, handle).catch(orGone);
    if (look === null) return null;
    return recordOf(hostId, handle, known(id), look, {
      persistent: persistent.has(id),
      hasSavedState: saved.has(id),
      autostart: autostart.has(id),
    });
  });
  return (await Promise.all(records)).filter((record) => record !== null);
}

/** Reads one VM anew; null when libvirt no longer has it. */
export async function loadVm(
  connection: Caller,
  hostId: string,
  handle: DomainHandle,
  known: VmRecord | undefined,
): Promise<VmRecord | null> {
  try {
    const [look, saved, autostart] = await Promise.all([
      lookAt(connection, handle),
      connection.call("domain_has_managed_save_image", { dom: handle, flags: 0 }).catch(orZero),
      connection.call("domain_get_autostart", { dom: handle }).catch(orZero),
    ]);
    return recordOf(hostId, handle, known, look, {
      // What is off and still there is saved: a transient domain ceases to be when it stops.
      persistent: look.state === "off" || (await isPersistent(connection, handle)),
      hasSavedState: saved.result !== 0,
      autostart: autostart.autostart !== 0,
    });
  } catch (error) {
    return orGone(error);
  }
}

async function isPersistent(connection: Caller, dom: DomainHandle): Promise<boolean> {
  return (await connection.call("domain_is_persistent", { dom })).persistent !== 0;
}

/** What a VM is like at the moment. */
interface Look {
  state: VmState;
  description: { xml: string } | Refusal;
}

async function lookAt(connection: Caller, dom: DomainHandle): Promise<Look> {
  const [answer, description] = await Promise.all([
    connection.call("domain_get_state", { dom, flags: 0 }).catch(orRefusal),
    connection.call("domain_get_xml_desc", { dom, flags: 0 }).catch(orRefusal),
  ]);
  return { state: "refusal" in answer ? "unknown" : stateOf(answer.state), description };
}

function recordOf(
  hostId: string,
  handle: DomainHandle,
  known: VmRecord | undefined,
  { state, description }: Look,
  properties: Pick<VmFacts, "persistent" | "hasSavedState" | "autostart">,
): VmRecord {
  const kept = state === "off" ? undefined : known?.facts;
  const facts = {
    ...properties,
    state,
    addresses: kept?.addresses ?? [],
    balloonBytes: kept?.balloonBytes ?? null,
  };
  return buildRecord(hostId, handle, description, facts, known);
}

/** A VM that vanished between the list and the look is no error: it is gone. */
function orGone(error: unknown): null {
  if (error instanceof LibvirtError && error.code === errorNumber.NO_DOMAIN) return null;
  throw error;
}

/** That libvirt has no answer about one VM is told in that VM's row. */
function orRefusal(error: unknown): Refusal {
  if (!(error instanceof LibvirtError) || error.code === errorNumber.NO_DOMAIN) throw error;
  return { refusal: error.message };
}

/** Drivers without saved states or autostart (the test driver's older ones) answer with an error: there is none. */
function orZero(error: unknown): { result: number; autostart: number } {
  if (error instanceof LibvirtError) return { result: 0, autostart: 0 };
  throw error;
}
