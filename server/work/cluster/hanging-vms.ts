import type { DomainHandle } from "../../domain/lifecycle";
import type { Connection } from "../../libvirt/connection";

/** VIR_DOMAIN_CONTROL_OK … ERROR of libvirt-domain.h. */
const control = { ok: 0, occupied: 2, error: 3 } as const;
/** A monitor that has not answered for that long hangs. */
const patienceMs = 10_000;

/**
 * Which VMs' QEMUs do not answer libvirt, as UUIDs in libvirt's bytes. One is asked for something only while it answers, so that
 * one that hangs holds one of libvirt's workers and no more.
 */
export async function hangingVms(
  connection: Pick<Connection, "call">,
  doms: readonly DomainHandle[],
): Promise<DomainHandle[]> {
  const hang = await Promise.all(doms.map((dom) => hangs(connection, dom)));
  return doms.filter((_dom, index) => hang[index]);
}

async function hangs(connection: Pick<Connection, "call">, dom: DomainHandle): Promise<boolean> {
  try {
    const { state, stateTime } = await connection.call("domain_get_control_info", { dom, flags: 0 });
    if (state === control.error) return true;
    if (state === control.occupied) return Number(stateTime) >= patienceMs;
    if (state === control.ok)
      void connection.call("domain_block_stats", { dom, path: "" }).catch(() => undefined);
    return false;
  } catch {
    // It has ended since: what libvirt does not answer is told as the host's state.
    return false;
  }
}
