import type { Connection } from "../libvirt/connection";
import { domainJobType } from "../libvirt/protocol/constants.gen";
import type { ProcedureArguments } from "../libvirt/protocol/procedures.gen";
import { typedParametersToMap } from "../libvirt/typed-parameters";
import type { MigrationProgress } from "./migration.schema";

type DomainHandle = ProcedureArguments["domain_get_job_stats"]["dom"];

/**
 * How far libvirt is with a VM's migration, on its source; null while it has none under way
 * (https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetJobStats).
 */
export async function readProgress(
  connection: Pick<Connection, "call">,
  dom: DomainHandle,
): Promise<MigrationProgress | null> {
  const { type, params } = await connection.call("domain_get_job_stats", { dom, flags: 0 });
  if (type !== domainJobType.BOUNDED && type !== domainJobType.UNBOUNDED) return null;
  const stats = typedParametersToMap(params);
  const number = (field: string): number | null => {
    const value = stats.get(field);
    return typeof value === "bigint" || typeof value === "number" ? Number(value) : null;
  };
  return progressOf(number);
}

/** @param number A figure by libvirt's name for it; null where libvirt does not tell it. */
function progressOf(number: (field: string) => number | null): MigrationProgress {
  const remainingBytes = number("memory_remaining");
  const throttle = number("auto_converge_throttle");
  return {
    doneBytes: number("data_processed") ?? 0,
    totalBytes: number("data_total") ?? 0,
    memory:
      !number("memory_total") || remainingBytes === null
        ? null
        : {
            remainingBytes,
            rate: number("memory_bps"),
            dirtyRate: dirtyBytes(number("memory_dirty_rate"), number("memory_page_size")),
            iteration: number("memory_iteration"),
          },
    expectedDowntimeMs: number("downtime"),
    throttlePercent: throttle === 0 ? null : throttle,
    postCopy: (number("memory_postcopy_requests") ?? 0) > 0,
  };
}

/** libvirt tells pages a second. */
function dirtyBytes(pages: number | null, pageBytes: number | null): number | null {
  return pages === null || pageBytes === null ? null : pages * pageBytes;
}
