import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { card, setScene } from "./fast-lab-test";

const scene = setScene();
const acts = ["reserve", "return"] as const;
/** What each act writes into sysfs, by faults.fast-lab.test.ts. */
const writes = [0, 1, 2, 3, 4, 5];
/** What becomes of the write that the dead server was waiting for: its helper outlives the server. */
const fates = [
  { fate: "goes through", errno: null },
  { fate: "fails", errno: "EBUSY" },
];
const wayOut = ["finish", "undo"] as const;

const cases = acts.flatMap((act) =>
  writes.flatMap((write) =>
    fates.flatMap((fate) => wayOut.map((choice) => ({ act, write, ...fate, choice }))),
  ),
);

let original: ReturnType<typeof scene.lab.bindings>;

beforeEach(() => {
  original = scene.lab.bindings();
});

afterEach(() => {
  expect(scene.lab.bindings()).toEqual(original);
});

describe("the server is killed", () => {
  test.each(cases)("$act, in write $write, which $fate: $choice", async ({ act, write, errno, choice }) => {
    const { lab } = scene;
    if (act === "return") await scene.run("reserve", card.gpu);
    const before = lab.bindings();
    await lab.faults.set({ write, effect: { kind: "hang" } });
    const id = await scene.passdeck.run(act, card.gpu);
    await lab.faults.hanging();
    await scene.passdeck.kill();
    await lab.faults.release(errno);
    await lab.faults.ended(write);
    await lab.faults.set();
    await scene.startPassdeck();

    expect(await scene.passdeck.interrupted()).toMatchObject({ id, state: "interrupted" });
    await scene.passdeck.api.job[choice].mutate({ jobId: id });
    const done = choice === "finish";
    expect(await scene.passdeck.settled(id)).toMatchObject({ state: done ? "done" : "undone" });
    if (!done) expect(lab.bindings()).toEqual(before);
    const isAway = (act === "reserve") === done;
    expect(lab.bindingOf(card.gpu).driver).toBe(isAway ? "vfio-pci" : "nouveau");
    if (isAway) await scene.run("return", card.gpu);
  });
});
