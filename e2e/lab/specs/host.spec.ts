import { invite } from "@/e2e/fixtures/invite";
import { VmListPage } from "@/e2e/fixtures/vm-list";
import { CardFlow, sourceAddress } from "@/e2e/lab/card-flow";
import { CardVm } from "@/e2e/lab/card-vm";
import { expect, test } from "@/e2e/lab/fixtures";
import { expectCardInGuest } from "@/e2e/lab/guest-words";
import { CardPage } from "@/e2e/lab/pages/card-page";
import { NamedPage } from "@/e2e/lab/pages/named-page";
import { PassthroughPage } from "@/e2e/lab/pages/passthrough-page";
import { geforce3090 } from "@/e2e/lab/topology/cards";
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

test("a booked card goes to the next of the queue when the booking ends, whose VM is started with it", async ({
  browser,
  page,
  lab,
  machine,
}) => {
  // One host of the lab tells as much as all of them.
  test.skip(machine.name !== "intel", "another host's");
  test.setTimeout(1_200_000);
  const before = await lab.bindings();
  const [card] = functionsOf(machine, "a", geforce3090);
  const address = card?.address ?? "";
  const name = "any RTX 3090";
  const vms = { first: "booked-first", next: "booked-next" };
  for (const vm of Object.values(vms)) await lab.defineGuest(vm);

  await (await NamedPage.open(page, name)).addBookable(address);
  for (const vm of Object.values(vms)) {
    const named = await NamedPage.open(page, name);
    await named.giveTo({ uuid: await lab.virsh("domuuid", vm) });
  }
  const mine = await NamedPage.open(page, name);
  await mine.book(vms.first);
  const someone = await invite({ page, browser, url: lab.url, complaints: [] }, "Operator");
  const theirs = await NamedPage.open(someone.page, name);
  await theirs.wait(vms.next);

  const asked = (await lab.guestOutput()).length;
  // From the invitation, which is still shown.
  await page.goto("/vms");
  const list = new VmListPage(page);
  await list.choose(vms.first, "Start");
  await expect(list.row(vms.first)).toContainText("Running");
  // It hears its power button once it is through with its start.
  await expect
    .poll(async () => (await lab.guestOutput()).slice(asked), { timeout: 600_000, intervals: [500] })
    .toContain("GUEST done");
  expect(await lab.virsh("dumpxml", vms.first)).toMatch(sourceAddress(address));
  expect(await lab.virsh("domstate", vms.next)).toBe("shut off");

  await lab.run("/bin/date", "--set", "+61 minutes");
  await expect.poll(() => lab.virsh("domstate", vms.next), { intervals: [1000] }).toBe("running");
  expect(await lab.virsh("domstate", vms.first)).toBe("shut off");
  expect(await lab.virsh("dumpxml", vms.next)).toMatch(sourceAddress(address));
  await expect(theirs.bookings).toContainText("Yours");

  await lab.virsh("destroy", vms.next);
  await expect.poll(() => lab.bindings()).toEqual(before);
});
