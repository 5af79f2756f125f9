import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { openTestDatabase } from "../../job/test-world.test-data";
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

const cards = [[card.gpu], [twin.gpu], [shared.gpu, shared.nic], [serial]];

const anyAct = fc.record({
  act: fc.constantFrom("reserve" as const, "return" as const),
  addresses: fc.constantFrom(...cards),
  fault: fc.option(
    fc.record({
      kind: fc.constantFrom<Fault>(
        "EBUSY",
        "ENODEV",
        "EINVAL",
        "timed-out",
        "ignored",
        "killed-before",
        "killed-after",
      ),
      /** Which of the writes from then on, and for how many it lasts. */
      number: fc.nat(8),
      length: fc.integer({ min: 1, max: 3 }),
    }),
  ),
  /** What is done about a job that was interrupted. */
  choice: fc.constantFrom("finish" as const, "undo" as const),
  restartHost: fc.boolean(),
});

type AnyAct = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never;

/** One act with its mishap, up to the point where nothing runs any more. */
async function perform(world: BindingWorld, kernel: FakeKernel, step: AnyAct): Promise<void> {
  const { fault } = step;
  const first = kernel.writes.length + (fault?.number ?? 0);
  kernel.faultAt = (_words, at) =>
    fault !== null && at >= first && at < first + fault.length ? fault.kind : null;
  const killed = new Promise<"killed">((resolve) => (kernel.onKill = () => resolve("killed")));
  const job = await world.start(step.act, step.addresses);
  const ended = job === null ? "refused" : world.jobs.ended(job.id);
  const outcome = await Promise.race([killed, ended]);
  world.restartProcess();
  if (outcome === "killed" && step.restartHost) kernel.restartHost();
  for (const { id } of world.jobs.interrupted()) {
    world.jobs[step.choice](id);
    await world.jobs.ended(id);
  }
  await undoFailed(world);
}

/** Takes back, without further mishaps, what could not be undone before. */
async function undoFailed(world: BindingWorld): Promise<void> {
  const failed: string[] = [];
  world.jobs.watch((message) => {
    if (message.kind === "snapshot")
      failed.push(...message.jobs.filter(({ state }) => state === "failed").map(({ id }) => id));
  })();
  for (const id of failed) {
    world.jobs.undo(id);
    expect(await world.jobs.ended(id)).toMatchObject({ state: "undone" });
  }
}

test("whatever happens in whichever order, the host's own drivers come back", async () => {
  const kernel = newKernel();
  onTestFinished(() => kernel.remove());
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 1, maxLength: 6 }), async (steps) => {
      const database = openTestDatabase();
      kernel.reset();
      try {
        const world = new BindingWorld(kernel, database);
        const before = kernel.bindings();
        for (const step of steps) await perform(world, kernel, step);
        for (const addresses of cards) {
          const job = await world.start("return", addresses);
          if (job !== null) expect(await world.jobs.ended(job.id)).toMatchObject({ state: "done" });
        }
        expect(kernel.bindings()).toEqual(before);
      } finally {
        database.close();
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
