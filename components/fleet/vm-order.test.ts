import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { VmSummary } from "@/server/fleet/schema";
import { aVm } from "./sample.test-data";
import { vmKey } from "./vm-key";
import { firstOf, type VmListing, VmOrder } from "./vm-order";

const byName: VmListing = { matches: () => true, sortValue: (vm) => vm.name, descending: false };
const runningByMemory: VmListing = {
  matches: (vm) => vm.state === "running",
  sortValue: (vm) => vm.memoryBytes,
  descending: true,
};

/** Each in the folder that its title names. */
const byFolder: VmListing = { ...byName, groupOf: (vm) => vm.title ?? "" };

describe("the order of a list of VMs", () => {
  test("counts as people do and ignores case", () => {
    const order = new VmOrder(byName);
    order.reset(["vm-10", "VM-9", "alpha", "vm-2"].map((name) => aVm({ id: name, name })));
    expect(order.keys).toEqual(["local/alpha", "local/vm-2", "local/VM-9", "local/vm-10"]);
  });

  test("sorts downwards by value but leaves ties upwards by name", () => {
    const order = new VmOrder(runningByMemory);
    order.reset([
      aVm({ id: "b", name: "b", memoryBytes: 1 }),
      aVm({ id: "a", name: "a", memoryBytes: 1 }),
      aVm({ id: "c", name: "c", memoryBytes: 2 }),
      aVm({ id: "off", memoryBytes: 9, state: "off" }),
    ]);
    expect(order.keys).toEqual(["local/c", "local/a", "local/b"]);
  });

  test("has groups by name, those of none last, and each in its order", () => {
    const order = new VmOrder({ ...byFolder, descending: true });
    const inFolder = (id: string, title: string | null) => aVm({ id, name: id, title });
    const all = [
      inFolder("a", "b"),
      inFolder("b", null),
      inFolder("c", "B"),
      inFolder("d", "b"),
      inFolder("e", "A"),
    ];
    order.reset(all);
    const expected = [
      { name: "A", keys: ["local/e"] },
      { name: "B", keys: ["local/c"] },
      { name: "b", keys: ["local/d", "local/a"] },
      { name: "", keys: ["local/b"] },
    ];
    expect(order.groups).toEqual(expected);
    const moved = inFolder("b", "C");
    expect(order.apply([{ key: "local/b", before: all[1] ?? null, after: moved }])).toBe(true);
    expect(order.groups.at(-1)).toEqual({ name: "C", keys: ["local/b"] });
  });

  test("keeps its array when a change moves nothing", () => {
    const order = new VmOrder(byName);
    const before = aVm();
    order.reset([before]);
    const keys = order.keys;
    expect(order.apply([{ key: "local/a", before, after: aVm({ state: "off" }) }])).toBe(false);
    expect(order.keys).toBe(keys);
  });

  test("lets go of a VM that matches no more, and takes it back", () => {
    const order = new VmOrder(runningByMemory);
    const on = aVm();
    const off = aVm({ state: "off" });
    order.reset([on]);
    order.apply([{ key: "local/a", before: on, after: off }]);
    expect(order.keys).toEqual([]);
    order.apply([{ key: "local/a", before: off, after: on }]);
    expect(order.keys).toEqual(["local/a"]);
  });

  test("after any changes it is what sorting everything anew would give", () => {
    const vm = fc
      .record({
        id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
        name: fc.constantFrom("x1", "x2", "x10", "y", "Y"),
        title: fc.constantFrom(null, "Web", "web", "Mail"),
        state: fc.constantFrom<VmSummary["state"]>("running", "off"),
        memoryBytes: fc.integer({ min: 1, max: 3 }),
        removed: fc.boolean(),
      })
      .map(({ removed, ...part }) => ({ removed, vm: aVm(part) }));
    fc.assert(
      fc.property(
        fc.array(vm, { maxLength: 30 }),
        fc.constantFrom(byName, runningByMemory, byFolder),
        (steps, listing) => {
          const all = new Map<string, VmSummary>();
          const kept = new VmOrder(listing);
          for (const step of steps) {
            const key = vmKey(step.vm);
            const before = all.get(key) ?? null;
            if (step.removed) all.delete(key);
            else all.set(key, step.vm);
            kept.apply([{ key, before, after: step.removed ? null : step.vm }]);
          }
          const fresh = new VmOrder(listing);
          fresh.reset(all.values());
          expect(kept.keys).toEqual(fresh.keys);
          expect(kept.groups).toEqual(fresh.groups);
          if (listing === byFolder) expect(kept.groups.flatMap(({ keys }) => keys)).toEqual(kept.keys);
        },
      ),
    );
  });
});

test("the first ones of a list are those of the whole list in its order, however it is turned", () => {
  const vms = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{1,3}$/),
      name: fc.constantFrom("x1", "x2", "x10", "y", "Y"),
      state: fc.constantFrom<VmSummary["state"]>("running", "off"),
      memoryBytes: fc.integer({ min: 1, max: 3 }),
    }),
    { selector: ({ id }) => id, maxLength: 40 },
  );
  const listings = fc.constantFrom(byName, { ...byName, descending: true }, runningByMemory, {
    ...runningByMemory,
    descending: false,
  });
  fc.assert(
    fc.property(vms, listings, fc.integer({ min: 0, max: 8 }), (parts, listing, count) => {
      const all = parts.map(aVm);
      const order = new VmOrder(listing);
      order.reset(all);
      const { first, listed } = firstOf(all, listing, count);
      expect(first.map(vmKey)).toEqual(order.keys.slice(0, count));
      expect(listed).toBe(order.keys.length);
    }),
  );
});
