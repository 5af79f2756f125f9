import { afterEach, expect, test } from "vitest";
import { card, otherCard, setScene } from "./fast-lab-test";

const scene = setScene();
let original: ReturnType<typeof scene.lab.bindings> | undefined;

afterEach(() => {
  if (original) expect(scene.lab.bindings()).toEqual(original);
});

/** The server waits twenty seconds for the kernel; what takes them back waits as long for the device's lock. */
test("an unbind that hangs holds up neither the server nor other devices", { timeout: 120_000 }, async () => {
  const { lab, passdeck } = scene;
  original = lab.bindings();
  await lab.faults.set({ act: "unbind", device: card.gpu, effect: { kind: "hang" } });
  const stuck = await passdeck.run("reserve", card.gpu);
  await lab.faults.hanging();

  expect(await passdeck.api.session.state.query()).toMatchObject({ user: { level: "admin" } });
  expect(await scene.run("reserve", otherCard.gpu)).toMatchObject({ state: "done" });
  expect(await scene.run("return", otherCard.gpu)).toMatchObject({ state: "done" });

  const job = await passdeck.ended(stuck);
  expect(job.state).toBe("failed");
  expect(job.problem).toContain(card.gpu);
  expect(job.problem).toContain("was not released by its driver");
  expect(job.problem).toContain("could not be undone");

  await lab.faults.release("EBUSY");
  await lab.faults.set();
  await passdeck.api.job.undo.mutate({ jobId: stuck });
  await passdeck.jobThat(({ id, state }) => id === stuck && state === "undone");
});
