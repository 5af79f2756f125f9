import type { HostUsage, VmUsage } from "../schema";

/** Cumulative counters of a VM at one moment, as bulk statistics give them. */
export interface VmCounters {
  /** When they were read, milliseconds of a clock that never goes back. */
  at: number;
  /** CPU time used, nanoseconds. */
  cpuNanoseconds: number;
  vcpus: number;
  memoryBytes: number;
  diskReadBytes: number;
  diskWrittenBytes: number;
  networkReceivedBytes: number;
  networkSentBytes: number;
}

/**
 * The rates between two readings. A counter that went back (the VM was restarted in between, a disk was removed)
 * counts as zero rather than as a negative rate.
 */
export function vmUsage(before: VmCounters | undefined, now: VmCounters): VmUsage {
  const seconds = before ? (now.at - before.at) / 1000 : 0;
  const rate = (name: Exclude<keyof VmCounters, "at">) =>
    before && seconds > 0 ? Math.max(0, (now[name] - before[name]) / seconds) : 0;
  const cpu = rate("cpuNanoseconds") / 1e9 / Math.max(1, now.vcpus);
  return {
    cpu: Math.min(1, round(cpu, 3)),
    memoryBytes: now.memoryBytes,
    diskReadRate: Math.round(rate("diskReadBytes")),
    diskWriteRate: Math.round(rate("diskWrittenBytes")),
    networkReceiveRate: Math.round(rate("networkReceivedBytes")),
    networkSendRate: Math.round(rate("networkSentBytes")),
  };
}

/** Cumulative CPU times of a host and its memory at one moment. */
export interface HostCounters {
  idleNanoseconds: number;
  busyNanoseconds: number;
  memoryUsedBytes: number;
}

/** The host's usage between two readings; the CPU's share is 0 while there is only one. */
export function hostUsage(before: HostCounters | undefined, now: HostCounters): HostUsage {
  const busy = before ? now.busyNanoseconds - before.busyNanoseconds : 0;
  const idle = before ? now.idleNanoseconds - before.idleNanoseconds : 0;
  const whole = busy + idle;
  return { cpu: whole > 0 ? round(Math.max(0, busy / whole), 3) : 0, memoryUsedBytes: now.memoryUsedBytes };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
