import { beforeEach, describe, expect, test } from "vitest";
import { FleetStore, type VmChange } from "./fleet-store";
import { aHost, aVm } from "./sample.test-data";

describe("the page's copy of the fleet", () => {
  let store: FleetStore;

  beforeEach(() => {
    store = new FleetStore();
    store.apply({
      type: "snapshot",
      sequence: 7,
      hosts: [aHost()],
      vms: [aVm({ id: "a", name: "alpha" }), aVm({ id: "b", name: "beta" })],
    });
  });

  test("says that it knows nothing until a snapshot came", () => {
    const empty = new FleetStore();
    expect(empty.loaded).toBe(false);
    expect(empty.link().state).toBe("connecting");
    expect(store.loaded).toBe(true);
    expect(store.link().state).toBe("open");
  });

  test("wakes only the row of the VM that changed", () => {
    const woken: string[] = [];
    store.onVm("local/a", () => woken.push("a"));
    store.onVm("local/b", () => woken.push("b"));
    store.apply({
      type: "delta",
      sequence: 8,
      hosts: [],
      vms: [aVm({ id: "b", state: "off" })],
      removedHosts: [],
      removed: [],
    });
    expect(woken).toEqual(["b"]);
    expect(store.vm("local/b")?.state).toBe("off");
  });

  test("tells lists what changed, appeared and went", () => {
    const told: VmChange[] = [];
    store.changes.add((changes) => told.push(...changes));
    store.apply({
      type: "delta",
      sequence: 8,
      hosts: [],
      vms: [aVm({ id: "c", name: "gamma" })],
      removedHosts: [],
      removed: [
        { hostId: "local", id: "a" },
        { hostId: "local", id: "never-seen" },
      ],
    });
    expect(told.map(({ key, before, after }) => [key, before?.name, after?.name])).toEqual([
      ["local/a", "alpha", undefined],
      ["local/c", undefined, "gamma"],
    ]);
    expect(store.vmCount).toBe(2);
  });

  test("refuses a delta that does not follow, and leaves everything as it was", () => {
    const late = {
      type: "delta",
      sequence: 9,
      hosts: [],
      vms: [],
      removedHosts: [],
      removed: [{ hostId: "local", id: "a" }],
    } as const;
    expect(store.apply({ ...late, removedHosts: [], removed: [...late.removed], hosts: [], vms: [] })).toBe(
      false,
    );
    expect(store.vmCount).toBe(2);
  });

  test("a snapshot drops what it does not name, whatever its sequence", () => {
    const woken: string[] = [];
    store.onVm("local/a", () => woken.push("a"));
    store.apply({ type: "snapshot", sequence: 1, hosts: [aHost()], vms: [aVm({ id: "b" })] });
    expect(store.vm("local/a")).toBeNull();
    expect(woken).toEqual(["a"]);
    expect(
      store.apply({ type: "delta", sequence: 2, hosts: [], vms: [], removedHosts: [], removed: [] }),
    ).toBe(true);
  });

  test("a changed host replaces its old self in its place", () => {
    let told = 0;
    store.hostChanges.add(() => {
      told += 1;
    });
    store.apply({
      type: "delta",
      sequence: 8,
      hosts: [aHost({ connection: "lost" })],
      vms: [],
      removedHosts: [],
      removed: [],
    });
    expect(store.allHosts().map((host) => host.connection)).toEqual(["lost"]);
    store.apply({ type: "delta", sequence: 9, hosts: [], vms: [], removedHosts: [], removed: [] });
    expect(told).toBe(1);
  });

  test("a listener that was taken away hears nothing more", () => {
    let told = 0;
    const stop = store.onVm("local/a", () => {
      told += 1;
    });
    stop();
    store.apply({
      type: "delta",
      sequence: 8,
      hosts: [],
      vms: [aVm({ id: "a" })],
      removedHosts: [],
      removed: [],
    });
    expect(told).toBe(0);
  });

  test("keeps the time of the last word when the link is lost", () => {
    store.apply({ type: "delta", sequence: 8, hosts: [], vms: [], removedHosts: [], removed: [] }, 1234);
    store.setLink("lost");
    expect(store.link()).toEqual({ state: "lost", lastWord: 1234 });
  });
});
