import type { HostTree } from "../host/host-tree";
import type { BootLog } from "../host/kernel-log";
import { readSignature, type Signature } from "./bindings";
import { readHostReport } from "./read-host-report";
import type { HardwareReport } from "./schema";

/** Mounts and addresses change often on a host with containers: for them alone a report is read at most this often. */
const usesEveryMs = 5_000;

/** What hardly ever changes while a host runs (memory, boot files, reset methods) is at most this old. */
const wholeReportEveryMs = 60_000;

/** A host's report, kept. It reads only when it is told that something may have changed, or at the first question. */
export interface HostReportSource {
  /** The last report, or the first one, read now. */
  current(): Promise<HardwareReport>;
  /**
   * A report of which the reading begins after this call, so that a change of devices, drivers or groups that was
   * just heard of is in it; a change of mounts or addresses may take some seconds. Where nothing changed it is the
   * last report itself. Calls that come while a reading runs share the one after it.
   */
  refresh(): Promise<HardwareReport>;
}

interface Kept {
  report: HardwareReport;
  /** What was seen just before. */
  signature: Signature;
  at: number;
}

/**
 * @param askLog As {@link readHostReport} takes it.
 * @param now A clock in milliseconds that never goes back.
 */
export function createHostReportSource(
  tree: HostTree,
  askLog?: () => Promise<BootLog>,
  now = () => performance.now(),
): HostReportSource {
  let kept: Kept | null = null;
  let running: Promise<HardwareReport> | null = null;
  let following: Promise<HardwareReport> | null = null;

  const readWhatChanged = async (): Promise<HardwareReport> => {
    const signature = await readSignature(tree);
    const at = now();
    if (kept !== null && !isOutdated(kept, signature, at)) return kept.report;
    const report = await readHostReport(tree, askLog);
    // Whoever compares with the last report by identity need not look into one that says the same.
    const last = kept?.report;
    const isSame = last !== undefined && JSON.stringify(last) === JSON.stringify(report);
    kept = { report: isSame ? last : report, signature, at };
    return kept.report;
  };

  const read = (): Promise<HardwareReport> => {
    running = readWhatChanged().finally(() => {
      running = null;
    });
    return running;
  };

  const readAfter = async (reading: Promise<HardwareReport>): Promise<HardwareReport> => {
    await reading.catch(() => undefined);
    following = null;
    return read();
  };

  return {
    current: async () => kept?.report ?? running ?? read(),
    refresh() {
      if (running === null) return read();
      following ??= readAfter(running);
      return following;
    },
  };
}

function isOutdated(kept: Kept, signature: Signature, at: number): boolean {
  if (kept.signature.bindings !== signature.bindings) return true;
  const age = at - kept.at;
  if (kept.signature.uses !== signature.uses && age >= usesEveryMs) return true;
  return age >= wholeReportEveryMs;
}
