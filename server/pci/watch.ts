import type { HostTree } from "../host/host-tree";
import { readBindings } from "./bindings";
import { readHostReport } from "./read-host-report";
import type { HardwareReport } from "./schema";

/** What hardly ever changes while a host runs (memory, boot files, reset methods) is at most this old. */
const wholeReportEveryMs = 60_000;

/** A host's report, kept. It reads only when it is told that something may have changed, or at the first question. */
export interface HostReportSource {
  /** The last report, or the first one, read now. */
  current(): Promise<HardwareReport>;
  /**
   * A report of which the reading begins after this call, so that a change of devices, drivers or groups that was
   * just heard of is in it. Where none of these changed it is the last report itself, unless that is old. Calls that
   * come while a reading runs share the one after it.
   */
  refresh(): Promise<HardwareReport>;
}

interface Kept {
  report: HardwareReport;
  /** What {@link readBindings} said just before. */
  bindings: string;
  at: number;
}

/** @param now A clock in milliseconds that never goes back. */
export function createHostReportSource(tree: HostTree, now = () => performance.now()): HostReportSource {
  let kept: Kept | null = null;
  let running: Promise<HardwareReport> | null = null;
  let following: Promise<HardwareReport> | null = null;

  const readWhatChanged = async (): Promise<HardwareReport> => {
    const bindings = await readBindings(tree);
    const at = now();
    if (kept !== null && kept.bindings === bindings && at - kept.at < wholeReportEveryMs) return kept.report;
    const report = await readHostReport(tree);
    kept = { report, bindings, at };
    return report;
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
