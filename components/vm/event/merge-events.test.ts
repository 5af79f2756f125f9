import { expect, test } from "vitest";
import type { VmEvent } from "@/server/fleet/schema";
import { mergeEvents } from "./merge-events";

const event = (sequence: number): VmEvent => ({
  sequence,
  at: sequence * 1000,
  hostId: "local",
  vmId: "a",
  vmName: "alpha",
  kind: "started",
  detail: "Started",
});

test("events stand newest first and each only once", () => {
  const merged = mergeEvents([event(3), event(1)], [event(1), event(2), event(5)]);
  expect(merged.map(({ sequence }) => sequence)).toEqual([5, 3, 2, 1]);
});

test("of very many the newest are kept", () => {
  const merged = mergeEvents(
    [],
    Array.from({ length: 250 }, (_, index) => event(index)),
  );
  expect(merged).toHaveLength(200);
  expect(merged[0]?.sequence).toBe(249);
});
