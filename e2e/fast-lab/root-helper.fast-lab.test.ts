import { afterAll, beforeAll, expect, test } from "vitest";
import { card, Scene } from "./fast-lab-test";
import { RootHelperProcess } from "./passdeck/root-helper-process";

/* Passdeck as a user without any rights, beside a helper that is root. */

const scene = new Scene();
let helper: RootHelperProcess;

beforeAll(async () => {
  await scene.begin([], {}, async (lab) => {
    helper = await RootHelperProcess.start(lab);
    return helper.setting;
  });
});
afterAll(() => scene.end());

test("devices are reserved and returned through it, the module loaded first", async () => {
  const before = scene.lab.bindings();
  expect(await scene.run("reserve", card.gpu)).toMatchObject({ state: "done", problem: null });
  expect(scene.lab.bindingOf(card.gpu)).toEqual({ driver: "vfio-pci", driverOverride: "vfio-pci" });
  expect(await scene.run("return", card.gpu)).toMatchObject({ state: "done", problem: null });
  expect(scene.lab.bindings()).toEqual(before);
});

test("when it is gone, the job says so, and what to do; nothing has changed", async () => {
  const before = scene.lab.bindings();
  await helper.kill();
  const job = await scene.run("reserve", card.gpu);
  expect(job).toMatchObject({
    state: expect.stringMatching(/^(failed|undone)$/),
    problem: expect.stringContaining("root helper can’t be used"),
  });
  expect(scene.lab.bindings()).toEqual(before);
});
