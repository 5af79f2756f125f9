import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../database/open-database";
import { openTestDatabase } from "../../job/test-world.test-data";
import { type Binding, vfioDriver } from "../../pci/binding/binding-step";
import {
  card,
  type FakeKernel,
  type Fault,
  newKernel,
  serial,
  shared,
  twin,
} from "../../pci/binding/fake-kernel.test-data";
import { BindingWorld } from "./binding-world.test-data";

let database: Database;
let kernel: FakeKernel;
let world: BindingWorld;
let before: Record<string, Binding>;

beforeAll(() => (kernel = newKernel()));
afterAll(() => kernel.remove());

beforeEach(() => {
  database = openTestDatabase();
  kernel.reset();
  world = new BindingWorld(kernel, database);
  before = kernel.bindings();
});

afterEach(() => database.close());

const groupNodes = () => readdirSync(join(kernel.folder, "dev/vfio"));

describe("reserving and returning", () => {
  test("puts all functions of the card on vfio-pci, and no twin", async () => {
    expect(await world.run("reserve", [card.gpu])).toMatchObject({ state: "done", problem: null });
    expect([kernel.driverOf(card.gpu), kernel.driverOf(card.audio)]).toEqual([vfioDriver, vfioDriver]);
    expect([kernel.driverOf(twin.gpu), kernel.driverOf(twin.audio)]).toEqual(["nouveau", "snd_hda_intel"]);
    expect(groupNodes()).toEqual(["13"]);
    expect(world.kept().map(({ address, driver }) => [address, driver])).toEqual([
      [card.gpu, "nouveau"],
      [card.audio, "snd_hda_intel"],
    ]);
  });

  test.each([
    ["a card", [card.gpu]],
    ["a whole group", [shared.gpu, shared.nic]],
    ["what had no driver", [serial]],
  ])("leaves no trace: %s", async (_name, addresses) => {
    await world.run("reserve", addresses);
    expect(kernel.bindings()).not.toEqual(before);
    expect(await world.run("return", addresses)).toMatchObject({ state: "done" });
    expect(kernel.bindings()).toEqual(before);
    expect(world.kept()).toEqual([]);
    expect(groupNodes()).toEqual([]);
  });

  test("keeps an override that somebody had set", async () => {
    await kernel.write(`sys/bus/pci/devices/${card.gpu}/driver_override`, "nouveau");
    await world.run("reserve", [card.gpu]);
    await world.run("return", [card.gpu]);
    expect(kernel.bindingOf(card.gpu)).toEqual({ driver: "nouveau", driverOverride: "nouveau" });
  });

  test("writes nothing that concerns a device by its IDs", async () => {
    await world.run("reserve", [shared.gpu, shared.nic]);
    expect(kernel.writes.filter((words) => !/^(modprobe|override|unbind|probe) /.test(words))).toEqual([]);
  });
});

/** How often the kernel is written to in a clean run of each. */
const cases = [
  { act: "reserve", addresses: [card.gpu], writes: 7 },
  { act: "return", addresses: [card.gpu], writes: 6 },
  { act: "reserve", addresses: [serial], writes: 3 },
] as const;

const atEachWrite = cases.flatMap(({ act, addresses, writes }) =>
  Array.from({ length: writes }, (_, number) => ({ act, addresses: [...addresses], number })),
);

async function prepare(act: "reserve" | "return", addresses: string[]): Promise<Record<string, Binding>> {
  if (act === "return") await world.run("reserve", addresses);
  kernel.writes.length = 0;
  return kernel.bindings();
}

test.each(cases)(
  "a clean run of $act $addresses writes $writes times",
  async ({ act, addresses, writes }) => {
    await prepare(act, [...addresses]);
    await world.run(act, [...addresses]);
    expect(kernel.writes).toHaveLength(writes);
  },
);

const faults: Fault[] = ["EBUSY", "ENODEV", "EINVAL", "timed-out"];

describe.each(atEachWrite)("$act $addresses, write $number", ({ act, addresses, number }) => {
  test.each(faults)("%s: all is as it was, and the reason names what it was about", async (fault) => {
    const start = await prepare(act, addresses);
    kernel.faultAt = (_words, at) => (at === number ? fault : null);
    const job = await world.run(act, addresses);
    const words = kernel.writes[number] ?? "";
    expect(kernel.bindings()).toEqual(start);
    expect(world.kept().length).toBe(act === "return" ? 2 : 0);
    expect(job.state).toBe("undone");
    const subject =
      addresses.find((address) => words.includes(address)) ?? /0000:\S+|vfio-pci/.exec(words)?.[0];
    expect(job.problem).toContain(subject);
    expect(job.problem).not.toMatch(/\bE[A-Z]{3,}\b|-\d\d/);
  });

  test.each(["killed-before", "killed-after"] as const)("%s: undo leaves all as it was", async (fault) => {
    const start = await prepare(act, addresses);
    kernel.faultAt = (_words, at) => (at === number ? fault : null);
    const job = await world.runAndDie(act, addresses);
    world.jobs.undo(job.id);
    expect(await world.jobs.ended(job.id)).toMatchObject({ state: "undone" });
    expect(kernel.bindings()).toEqual(start);
    expect(world.kept().length).toBe(act === "return" ? 2 : 0);
  });

  test.each(["killed-before", "killed-after"] as const)("%s: finish comes to the same end", async (fault) => {
    await prepare(act, addresses);
    kernel.faultAt = (_words, at) => (at === number ? fault : null);
    const job = await world.runAndDie(act, addresses);
    world.jobs.finish(job.id);
    expect(await world.jobs.ended(job.id)).toMatchObject({ state: "done", problem: null });
    const end = kernel.bindings();
    if (act === "return") expect(end).toEqual(before);
    else await world.run("return", addresses);
    expect(kernel.bindings()).toEqual(before);
    expect(world.kept()).toEqual([]);
  });
});

describe("a probe that seems to succeed", () => {
  test("is read back, and all is taken back", async () => {
    kernel.faultAt = (words) => (words === `probe ${card.audio}` ? "ignored" : null);
    const job = await world.run("reserve", [card.gpu]);
    expect(job.state).toBe("undone");
    expect(job.problem).toMatch(/\(0000:01:00\.1\) was not bound to vfio-pci: it has no driver now/);
    expect(kernel.bindings()).toEqual(before);
  });
});

describe("a driver that never lets go", () => {
  test("leaves the job failed with the reason, and a later try takes it back", async () => {
    kernel.faultAt = (words) =>
      words.endsWith(card.audio) && !words.startsWith("probe") ? "timed-out" : null;
    await kernel.loadModule(vfioDriver);
    const stuck = (words: string) => words.includes(card.gpu) && words.startsWith("unbind");
    kernel.faultAt = (words) => (stuck(words) || words === `override ${card.gpu}` ? "timed-out" : null);
    const job = await world.run("reserve", [card.gpu]);
    expect(job.state).toBe("failed");
    expect(job.problem).toContain("was not released by its driver");
    expect(job.problem).toContain("could not be undone");

    kernel.faultAt = () => null;
    world.jobs.undo(job.id);
    expect((await world.jobs.ended(job.id)).state).toBe("undone");
    expect(kernel.bindings()).toEqual(before);
  });
});

test("after a new start of the host, both ways out of an interrupted job are open", async () => {
  for (const choice of ["undo", "finish"] as const) {
    kernel.faultAt = (words) => (words === `probe ${card.audio}` ? "killed-after" : null);
    const job = await world.runAndDie("reserve", [card.gpu]);
    kernel.restartHost();
    world.jobs[choice](job.id);
    expect((await world.jobs.ended(job.id)).state).toBe(choice === "undo" ? "undone" : "done");
    if (choice === "finish") await world.run("return", [card.gpu]);
    expect(kernel.bindings()).toEqual(before);
    expect(world.kept()).toEqual([]);
  }
});

test("two jobs never work on the same device at once", async () => {
  kernel.faultAt = (words) => (words === `unbind ${shared.nic}` ? "killed-before" : null);
  await world.start("reserve", [shared.gpu, shared.nic]);
  await expect.poll(() => kernel.writes.at(-1)).toBe(`unbind ${shared.nic}`);
  kernel.faultAt = () => null;
  await expect(world.start("return", [shared.gpu])).rejects.toThrow(/still running/);
  expect(await world.run("reserve", [card.gpu])).toMatchObject({ state: "done" });
});
