import pino from "pino";
import { describe, expect, test, vi } from "vitest";
import type { Connection } from "../../libvirt/connection";
import type { StatisticsSample } from "../schema";
import { StatisticsPoller } from "./poller";

/** A host whose driver has no VMs; the CPU's counters come from `cpu`. */
function fakeHost(cpu: () => Promise<{ user: bigint; idle: bigint }>) {
  const open = { now: 0, most: 0 };
  const call = async (name: string, args: { nparams: number }) => {
    if (args.nparams === 0) return { nparams: 2, params: [] };
    if (name === "node_get_memory_stats") return { params: [{ field: "total", value: 1024n }] };
    const { user, idle } = await cpu();
    return {
      params: [
        { field: "user", value: user },
        { field: "idle", value: idle },
      ],
    };
  };
  const openConnection = async () => {
    open.now += 1;
    open.most = Math.max(open.most, open.now);
    let closed = false;
    const close = async () => {
      if (!closed) open.now -= 1;
      closed = true;
    };
    return { call, close } as unknown as Connection;
  };
  const source = { hostId: "local", openConnection, running: () => [], beforeReading: async () => undefined };
  return { poller: new StatisticsPoller(source, pino({ level: "silent" })), open };
}

describe("the statistics poller", () => {
  test("reads only while someone looks, and rates from the second reading on", async () => {
    vi.useFakeTimers();
    let user = 0n;
    const { poller, open } = fakeHost(async () => {
      user += 25n;
      return { user, idle: user * 3n };
    });
    const samples: StatisticsSample[] = [];
    const leave = poller.watch(2000, (sample) => samples.push(sample));
    await vi.advanceTimersByTimeAsync(600);
    expect(samples.map(({ host }) => host?.cpu)).toEqual([0, 0.25]);
    await vi.advanceTimersByTimeAsync(4000);
    expect(samples).toHaveLength(4);
    leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(samples).toHaveLength(4);
    expect(open.now).toBe(0);
    vi.useRealTimers();
  });

  test("gives a further viewer the known figures at once, and the shortest interval to all", async () => {
    vi.useFakeTimers();
    const { poller } = fakeHost(async () => ({ user: 1n, idle: 1n }));
    const slow: StatisticsSample[] = [];
    const quick: StatisticsSample[] = [];
    poller.watch(5000, (sample) => slow.push(sample));
    await vi.advanceTimersByTimeAsync(600);
    poller.watch(2000, (sample) => quick.push(sample));
    expect(quick).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(4000);
    expect([slow.length, quick.length]).toEqual([4, 3]);
    vi.useRealTimers();
  });

  test("serves a viewer who comes while a reading for one who left is under way", async () => {
    vi.useFakeTimers();
    const answers: (() => void)[] = [];
    const { poller, open } = fakeHost(
      () => new Promise((resolve) => answers.push(() => resolve({ user: 1n, idle: 1n }))),
    );
    poller.watch(2000, () => undefined)();
    await vi.advanceTimersByTimeAsync(1);
    const samples: StatisticsSample[] = [];
    poller.watch(2000, (sample) => samples.push(sample));
    for (let round = 0; round < 4; round += 1) {
      for (const answer of answers.splice(0)) answer();
      await vi.advanceTimersByTimeAsync(600);
    }
    expect(samples.length).toBeGreaterThan(0);
    expect(open.most).toBe(1);
    vi.useRealTimers();
  });
});
