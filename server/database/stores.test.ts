import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { vmSpecificationSchema } from "../create/vm-specification.schema";
import { PresetStore } from "../work/preset/preset-store";
import { DefinitionVersions, keptInAll, keptVersions } from "./definition-versions";
import type { Database } from "./open-database";
import { definitionVersions, vmPresets } from "./tables/vms";
import { testDatabaseIn } from "./testing/test-database";

let folder: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-stores-"));
  database = testDatabaseIn(folder);
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("versions of definitions", () => {
  const vm = { hostId: "local", vmId: "8e1c25c8-6b1f-4b1e-9d39-111111111111" };
  const other = { ...vm, vmId: "8e1c25c8-6b1f-4b1e-9d39-222222222222" };
  const version = (xml: string, by: string | null = "ada") => ({ ...vm, by, what: "Edited", xml });

  test("are kept a VM, the latest first", () => {
    const versions = new DefinitionVersions(database);
    expect(versions.latest(vm)).toBeNull();
    const first = versions.add(version("<domain/>"));
    const second = versions.add(version("<domain></domain>", null));
    expect(versions.latest(vm)).toEqual(second);
    expect(versions.all(vm).map(({ id, by }) => [id, by])).toEqual([
      [second.id, null],
      [first.id, "ada"],
    ]);
    expect(versions.all(vm)[0]).not.toHaveProperty("xml");
    expect(versions.find(vm, first.id)?.xml).toBe("<domain/>");
    expect([versions.all(other), versions.find(other, first.id)]).toEqual([[], null]);
  });

  test("go when there are too many, the oldest of the VM first", () => {
    const versions = new DefinitionVersions(database);
    versions.add({ ...version("of another"), ...other });
    const ids = Array.from({ length: keptVersions + 3 }, (_, index) => versions.add(version(`${index}`)).id);
    expect(versions.all(vm).map(({ id }) => id)).toEqual(ids.slice(3).reverse());
    expect(versions.all(other)).toHaveLength(1);
  });

  test("go with their VM", () => {
    const versions = new DefinitionVersions(database);
    versions.add(version("<domain/>"));
    const stays = versions.add({ ...version("of another"), ...other });
    versions.forget(vm);
    expect([versions.all(vm), versions.latest(other)]).toEqual([[], stays]);
  });

  test("of VMs that others deleted go when there are too many in all, the oldest first", async () => {
    const versions = new DefinitionVersions(database);
    const gone = (index: number) => ({ ...version("<domain/>"), vmId: `${index}`, at: 0 });
    for (let start = 0; start < keptInAll; start += 1000) {
      const some = Array.from({ length: 1000 }, (_, index) => gone(start + index));
      database.query.insert(definitionVersions).values(some).run();
    }
    const kept = versions.add(version("<domain/>"));
    expect(versions.latest({ ...vm, vmId: "0" })).toBeNull();
    expect(versions.latest({ ...vm, vmId: "1" })).not.toBeNull();
    expect(versions.latest(vm)).toEqual(kept);
    await expect(database.query.$count(definitionVersions)).resolves.toBe(keptInAll);
  });
});

describe("users' presets", () => {
  const specification = vmSpecificationSchema.parse({ name: "web" });
  const preset = (name: string) => ({ name, note: "For tests", createdBy: "ada", specification });

  test("are kept, told by name, and deleted", () => {
    const presets = new PresetStore(database);
    const [b, a] = [presets.add(preset("b")), presets.add(preset("A"))];
    expect(presets.all()).toEqual([a, b]);
    presets.remove(a.id);
    expect(presets.all()).toEqual([b]);
    expect(() => presets.remove(a.id)).toThrow("This preset is no more");
  });

  test("have a name each, in whichever case", () => {
    const presets = new PresetStore(database);
    presets.add(preset("Web"));
    expect(() => presets.add(preset("WEB"))).toThrow("There is a preset called “WEB” already");
  });

  test("that make no sense any more are left out", () => {
    const presets = new PresetStore(database);
    const { id } = presets.add(preset("web"));
    database.query
      .update(vmPresets)
      .set({ specification: { name: 7 } })
      .run();
    expect(presets.all()).toEqual([]);
    presets.remove(id);
  });
});
