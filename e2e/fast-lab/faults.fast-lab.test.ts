import { beforeAll, describe, expect, test } from "vitest";
import type { Job } from "@/server/job/job.schema";
import { card, setScene } from "./fast-lab-test";
import type { Effect } from "./fault";

const scene = setScene();

/** In the order in which Passdeck writes them; the first test of each act checks that these are all. */
const writes = {
  reserve: ["override", "unbind", "probe"],
  return: ["unbind", "override", "bind"],
} as const;

const functions = [card.gpu, card.audio];
const effects: Effect[] = [
  { kind: "errno", name: "EBUSY" },
  { kind: "errno", name: "ENODEV" },
  { kind: "errno", name: "EINVAL" },
  { kind: "errno", name: "EIO" },
  { kind: "ignore" },
];

const acts = ["reserve", "return"] as const;
const injections = (act: (typeof acts)[number]) =>
  functions
    .flatMap((device) => writes[act].map((name) => ({ device, name })))
    .flatMap((place, write) =>
      effects.map((effect) => ({
        ...place,
        write,
        effect,
        words: effect.kind === "errno" ? effect.name : effect.kind,
      })),
    );

function expectWords(job: Job, device: string): void {
  expect(job.problem).toContain(device);
  expect(job.problem).not.toMatch(/\bE[A-Z]{2,}\b|errno|undefined/);
  expect(job.steps.filter(({ state }) => state === "failed")).toHaveLength(1);
}

describe.each(acts)("%s", (act) => {
  beforeAll(async () => {
    if (act === "return") await scene.run("reserve", card.gpu);
  });

  test.each(injections(act))("$name of $device: $words", async ({ device, write, name, effect }) => {
    const { lab } = scene;
    const before = lab.bindings();
    await lab.faults.set({ write, act: name, device, effect });
    const job = await scene.run(act, card.gpu);
    expect(await lab.faults.ended(write)).toMatchObject({ act: name, device });
    expect(job.state).toBe("undone");
    expectWords(job, device);
    expect(lab.bindings()).toEqual(before);
  });

  test("without a fault does all of these writes and no other", async () => {
    const { lab } = scene;
    await lab.faults.set();
    expect(await scene.run(act, card.gpu)).toMatchObject({ state: "done", problem: null });
    await lab.faults.ended(functions.length * writes[act].length - 1);
    expect(lab.faults.writes.map((write) => `${write.act} ${write.device}`)).toEqual(
      functions.flatMap((device) => writes[act].map((name) => `${name} ${device}`)),
    );
    if (act === "reserve") await scene.run("return", card.gpu);
  });
});
