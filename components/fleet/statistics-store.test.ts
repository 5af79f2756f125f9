import { beforeEach, describe, expect, test } from "vitest";
import type { StatisticsSample, VmUsage } from "@/server/fleet/schema";
import { StatisticsStore } from "./statistics-store";

const usage = (cpu: number): VmUsage => ({
  cpu,
  memoryBytes: 1,
  diskReadRate: 0,
  diskWriteRate: 0,
  networkReceiveRate: 0,
  networkSendRate: 0,
});

const sample = (at: number, vms: Record<string, VmUsage>, gone: string[] = []): StatisticsSample => ({
  hostId: "local",
  at,
  host: { cpu: at / 10, memoryUsedBytes: at },
  vms,
  gone,
});

describe("the latest figures", () => {
  let store: StatisticsStore;

  beforeEach(() => {
    store = new StatisticsStore();
    store.apply(sample(1, { a: usage(0.1), b: usage(0.2) }), true);
  });

  test("a VM that a sample leaves out keeps its figures", () => {
    store.apply(sample(2, { a: usage(0.5) }), false);
    expect(store.usage("local/a")?.cpu).toBe(0.5);
    expect(store.usage("local/b")?.cpu).toBe(0.2);
  });

  test("a VM that is gone has none", () => {
    store.apply(sample(2, {}, ["b"]), false);
    expect(store.usage("local/b")).toBeNull();
  });

  test("a complete sample forgets what it leaves out, of its own host only", () => {
    store.apply({ ...sample(1, { z: usage(1) }), hostId: "other" }, true);
    store.apply(sample(2, { a: usage(0.3) }), true);
    expect(store.usage("local/b")).toBeNull();
    expect(store.usage("other/z")?.cpu).toBe(1);
  });

  test("wakes those whose figures changed, went or came", () => {
    const woken: string[] = [];
    for (const id of ["a", "b", "c"]) store.onUsage(`local/${id}`, () => woken.push(id));
    store.apply(sample(2, { c: usage(1) }, ["a"]), false);
    expect(woken.sort()).toEqual(["a", "c"]);
  });

  test("keeps the past of a VM from when it is asked to, repeating figures that did not change", () => {
    store.record("local/b");
    store.apply(sample(2, { a: usage(0.5) }), false);
    store.apply(sample(3, { b: usage(0.7) }), false);
    store.apply(sample(4, {}, ["b"]), false);
    expect(store.moments("local/b").map(({ at, usage: { cpu } }) => [at, cpu])).toEqual([
      [2, 0.2],
      [3, 0.7],
    ]);
    expect(store.moments("local/a")).toEqual([]);
  });

  test("lets go of the past when the last who asked for it goes", () => {
    const stopOne = store.record("local/a");
    const stopOther = store.record("local/a");
    store.apply(sample(2, {}), false);
    stopOne();
    expect(store.moments("local/a")).toHaveLength(1);
    stopOther();
    expect(store.moments("local/a")).toEqual([]);
  });

  test("keeps ten minutes of the past and no more", () => {
    store.record("local/a");
    for (let at = 2; at < 500; at += 1) store.apply(sample(at, { a: usage(0) }), false);
    expect(store.moments("local/a")).toHaveLength(300);
    expect(store.hostMoments("local")).toHaveLength(300);
    expect(store.hostMoments("local").at(-1)?.at).toBe(499);
  });
});
