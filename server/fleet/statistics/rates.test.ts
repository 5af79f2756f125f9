import { describe, expect, test } from "vitest";
import { hostUsage, type VmCounters, vmUsage } from "./rates";

const counters = (change: Partial<VmCounters>): VmCounters => ({
  at: 0,
  cpuNanoseconds: 0,
  vcpus: 2,
  memoryBytes: 5,
  diskReadBytes: 0,
  diskWrittenBytes: 0,
  networkReceivedBytes: 0,
  networkSentBytes: 0,
  ...change,
});

describe("a VM's usage", () => {
  test("is the share of its own vCPUs, and bytes a second", () => {
    const now = counters({ at: 2000, cpuNanoseconds: 1e9, diskReadBytes: 4096, networkSentBytes: 10 });
    expect(vmUsage(counters({}), now)).toEqual({
      cpu: 0.25,
      memoryBytes: 5,
      diskReadRate: 2048,
      diskWriteRate: 0,
      networkReceiveRate: 0,
      networkSendRate: 5,
    });
  });

  test("is zero at the first reading", () => {
    expect(vmUsage(undefined, counters({ cpuNanoseconds: 9e9, diskReadBytes: 9 }))).toMatchObject({
      cpu: 0,
      diskReadRate: 0,
    });
  });

  test("is never negative after a restart, and never over the whole", () => {
    const before = counters({ cpuNanoseconds: 5e9, diskReadBytes: 100 });
    expect(vmUsage(before, counters({ at: 1000 }))).toMatchObject({ cpu: 0, diskReadRate: 0 });
    expect(vmUsage(counters({}), counters({ at: 1, cpuNanoseconds: 9e9 })).cpu).toBe(1);
  });
});

describe("a host's usage", () => {
  const at = (busyNanoseconds: number, idleNanoseconds: number) => ({
    busyNanoseconds,
    idleNanoseconds,
    memoryUsedBytes: 7,
  });

  test("is the busy share between two readings", () => {
    expect(hostUsage(at(10, 10), at(20, 40))).toEqual({ cpu: 0.25, memoryUsedBytes: 7 });
  });

  test("is zero while there is only one reading, or no time between", () => {
    expect(hostUsage(undefined, at(5, 5)).cpu).toBe(0);
    expect(hostUsage(at(5, 5), at(5, 5)).cpu).toBe(0);
  });
});
