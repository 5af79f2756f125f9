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
    const before = known(id);
    return readRecord(connection, hostId, handle, before, {
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
  const reading = Promise.all([
    connection.call("domain_is_persistent", { dom: handle }),
    connection.call("domain_has_managed_save_image", { dom: handle, flags: 0 }).catch(orZero),
    connection.call("domain_get_autostart", { dom: handle }).catch(orZero),
  ]);
  const [persistent, saved, autostart] = await reading.catch(orGone);
  if (persistent === null) return null;
  return readRecord(connection, hostId, handle, known, {
    persistent: persistent.persistent !== 0,
    hasSavedState: saved.result !== 0,
    autostart: autostart.autostart !== 0,
  });
}

async function readRecord(
  connection: Caller,
  hostId: string,
  handle: DomainHandle,
  known: VmRecord | undefined,
  properties: Pick<VmFacts, "persistent" | "hasSavedState" | "autostart">,
): Promise<VmRecord | null> {
  const [answer, description] = await Promise.all([
    connection.call("domain_get_state", { dom: handle, flags: 0 }).catch(orRefusal),
    connection.call("domain_get_xml_desc", { dom: handle, flags: 0 }).catch(orRefusal),
  ]).catch(orGone);
  if (answer === null) return null;
  const facts: VmFacts = {
    ...properties,
    state: "refusal" in answer ? "unknown" : stateOf(answer.state),
    addresses: known?.facts.addresses ?? [],
    balloonBytes: known?.facts.balloonBytes ?? null,
  };
  if (facts.state === "off") Object.assign(facts, { addresses: [], balloonBytes: null });
  return buildRecord(hostId, handle, description, facts, known);
}

/** A VM that vanished between the list and the look is no error: it is gone. */
function orGone(error: unknown): [null, null, null] {
  if (error instanceof LibvirtError && error.code === errorNumber.NO_DOMAIN) return [null, null, null];
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
