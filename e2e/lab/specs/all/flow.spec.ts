import { test as base, expect } from "@/e2e/lab/fixtures";
import { Flow } from "@/e2e/lab/flow";
import { StepTimes } from "@/e2e/lab/step-times";
import { functionsOf } from "@/e2e/lab/topology/placement";

const test = base.extend<object, { times: StepTimes }>({
  times: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      const times = new StepTimes();
      await use(times);
      console.log(`\nSeconds by topology and step:\n\n${times.table()}\n`);
    },
    { scope: "worker" },
  ],
});

// One test for all cards, as their guests boot at the same time.
test("cards go from the host through the page into guests, whose drivers use them, and back", async ({
  page,
  lab,
  machine,
  times,
}) => {
  test.setTimeout(1_500_000);
  const before = await lab.bindings();
  const flows = machine.topologies.flatMap(({ letter, goes }) =>
    goes === undefined ? [] : [new Flow(lab, times, letter, functionsOf(machine, letter, goes))],
  );
  test.skip(flows.length === 0, "no card of this host can go");
  const inTurn = async (step: string, work: (flow: Flow) => Promise<void>) => {
    for (const flow of flows) await test.step(`(${flow.letter}) ${step}`, () => work(flow));
  };
  await inTurn("goes", (flow) => flow.giveAwayAndAttach(page));
  await inTurn("starts", (flow) => flow.start(page));
  await inTurn("is used", (flow) => flow.expectGuestToUseIt());
  await inTurn("stops", (flow) => flow.stop(page));
  await inTurn("comes back", (flow) => flow.detachAndGiveBack(page, before));
  expect(await lab.bindings()).toEqual(before);
});
