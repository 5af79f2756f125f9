import type { HostTree } from "../host/host-tree";
import { readHostReport } from "./read-host-report";
import type { HostReport } from "./schema";

/** A host's report, kept. It reads only when it is told that something changed, or at the first question. */
export interface HostReportSource {
  /** The last report, or the first one, read now. */
  current(): Promise<HostReport>;
  /**
   * A report of which every reading begins after this call, so that a change that was just heard of is in it.
   * Calls that come while a reading runs share the one after it.
   */
  refresh(): Promise<HostReport>;
}

export function createHostReportSource(tree: HostTree): HostReportSource {
  let last: HostReport | null = null;
  let running: Promise<HostReport> | null = null;
  let following: Promise<HostReport> | null = null;

  const read = (): Promise<HostReport> => {
    const reading = readHostReport(tree)
      .then((report) => {
        last = report;
        return report;
      })
      .finally(() => {
        running = null;
      });
    running = reading;
    return reading;
  };

  const afterRunning = async (reading: Promise<HostReport>): Promise<HostReport> => {
    await reading.catch(() => undefined);
    following = null;
    return read();
  };

  return {
    current: async () => last ?? running ?? read(),
    refresh() {
      if (running === null) return read();
      following ??= afterRunning(running);
      return following;
    },
  };
}
