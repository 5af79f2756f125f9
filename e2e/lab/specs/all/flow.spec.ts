import { CardFlow } from "@/e2e/lab/card-flow";
import { CardVm } from "@/e2e/lab/card-vm";
import { test as base, expect } from "@/e2e/lab/fixtures";
import { expectCardInGuest } from "@/e2e/lab/guest-words";
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

// One test for all cards, as they share a guest.
test("cards go from the host through the page into a guest, whose drivers use them, and back", async ({
  page,
  lab,
  machine,
  times,
}) => {
  test.setTimeout(1_200_000);
  const before = await lab.bindings();
  const vm = new CardVm(lab);
  const flows = machine.topologies.flatMap(({ letter, goes }) =>
    goes === undefined ? [] : [new CardFlow(lab, vm, times, letter, functionsOf(machine, letter, goes))],
  );
  test.skip(flows.length === 0, "no card of this host can go");
  const all = flows.map(({ letter }) => letter).join(" ");
  const inTurn = async (step: string, work: (flow: CardFlow) => Promise<void>) => {
    for (const flow of flows) await test.step(`(${flow.letter}) ${step}`, () => work(flow));
  };

  await vm.define();
  await inTurn("goes", (flow) => flow.giveAwayAndAttach(page));
  await test.step("the VM starts", () => times.measure(all, "start", () => vm.start(page)));
  const output = await test.step("its guest boots", () => times.measure(all, "guest", () => vm.output()));
  await inTurn("is used", async ({ functions }) => expectCardInGuest(output, functions));
  await test.step("the VM stops", () => times.measure(all, "stop", () => vm.stop(page)));
  await inTurn("comes back", (flow) => flow.detachAndGiveBack(page, before));
  expect(await lab.bindings()).toEqual(before);
});
