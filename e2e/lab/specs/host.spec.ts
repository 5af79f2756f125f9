import { CardFlow } from "@/e2e/lab/card-flow";
import { CardVm } from "@/e2e/lab/card-vm";
import { expect, test } from "@/e2e/lab/fixtures";
import { expectCardInGuest } from "@/e2e/lab/guest-words";
import { CardPage } from "@/e2e/lab/pages/card-page";
import { PassthroughPage } from "@/e2e/lab/pages/passthrough-page";
import { labMachines } from "@/e2e/lab/topology/machines";
import { functionsOf, placeFunctions } from "@/e2e/lab/topology/placement";

// All in one file: files are spread over workers, and each worker boots a host of its own.

test("the kernel has every emulated function where the topology says, with its driver", async ({
  lab,
  machine,
}) => {
  const bindings = await lab.bindings();
  for (const { address, function: placed } of placeFunctions(machine)) {
    expect(bindings[address]?.driver, `${address}, ${placed.name}`).toBe(placed.hostDriver);
  }
});

test("the page shows each device's group and driver as the kernel has them", async ({ page, lab }) => {
  const bindings = await lab.bindings();
  const passthrough = await PassthroughPage.open(page);
  const shown = await passthrough.devices();
  const facts = shown.map(({ address, group, driver }) => [address, { group, driver }]);
  expect(Object.fromEntries(facts)).toEqual(
    Object.fromEntries(
      Object.entries(bindings).map(([address, { group, driver }]) => [address, { group, driver }]),
    ),
  );
});

for (const declared of Object.values(labMachines)) {
  for (const { letter, title, stays = [] } of declared.topologies) {
    for (const { card, culprit, words } of stays) {
      test(`(${letter}) ${title}: ${card.name} stays, and the page says why`, async ({
        page,
        lab,
        machine,
        untouched,
      }) => {
        test.skip(machine.name !== declared.name, "another host's");
        const [first] = functionsOf(machine, letter, card);
        const culprits = functionsOf(machine, letter, culprit);
        const opened = await CardPage.open(page, first?.address ?? "");
        await expect(opened.verdict).toContainText("Blocked");
        const refusal = await opened.refusalToReserve();
        expect(refusal).toContain(words);
        expect(refusal).toContain(culprits[0]?.address);
        expect(await lab.snapshot()).toEqual(untouched);
      });
    }
  }
}

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

  if (machine.vm === "is there") await vm.define();
  await inTurn("goes", (flow) =>
    machine.vm === "is made" && flow === flows[0] ? flow.reserveAndCreate(page) : flow.reserveAndAttach(page),
  );
  await test.step("the VM starts", () => times.measure(all, "start", () => vm.start(page)));
  const output = await test.step("its guest boots", () => times.measure(all, "guest", () => vm.output()));
  await inTurn("is used", async ({ functions }) => expectCardInGuest(output, functions));
  await test.step("the VM stops", () => times.measure(all, "stop", () => vm.stop(page)));
  await inTurn("comes back", (flow) => flow.detachAndReturn(page, before));
  expect(await lab.bindings()).toEqual(before);
});
