import type { Connection } from "../../libvirt/connection";
import { allDomainStatsFlags } from "../../libvirt/protocol/constants.gen";
import { typedParametersToMap } from "../../libvirt/typed-parameters";
import type { DomainHandle } from "../read-vm";

/** VMs a call: 1,000 at once would be over a megabyte to decode in one turn of the event loop. */
const chunk = 100;
const timeoutMs = 10_000;

/** What libvirt tells of a VM under the names of virConnectGetAllDomainStats: "block.0.rd.bytes". */
export interface DomainStats {
  handle: DomainHandle;
  /** When it was told, by `performance.now()`. */
  at: number;
  values: Map<string, number | bigint | string | boolean>;
}

/** The statistics of VMs. @param wanted Groups of them (virDomainStatsTypes) */
export async function* readDomainStats(
  connection: Connection,
  handles: readonly DomainHandle[],
  wanted: number,
): AsyncGenerator<DomainStats> {
  for (let start = 0; start < handles.length; start += chunk) {
    const doms = handles.slice(start, start + chunk);
    const { retStats } = await connection.call(
      "connect_get_all_domain_stats",
      // A QEMU that hangs must not hold up the figures of all others.
      { doms, stats: wanted, flags: allDomainStatsFlags.NOWAIT },
      { timeoutMs },
    );
    const at = performance.now();
    for (const { dom, params } of retStats) yield { handle: dom, at, values: typedParametersToMap(params) };
  }
}
