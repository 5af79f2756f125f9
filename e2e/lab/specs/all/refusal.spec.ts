import { expect, test } from "@/e2e/lab/fixtures";
import { CardPage } from "@/e2e/lab/pages/card-page";
import { labMachines } from "@/e2e/lab/topology/machines";
import { functionsOf } from "@/e2e/lab/topology/placement";

for (const declared of Object.values(labMachines)) {
  for (const { letter, title, stays = [] } of declared.topologies) {
    for (const { card, culprit, words } of stays) {
      test(`(${letter}) ${title}: ${card.name} stays, and the page says why`, async ({
        page,
        lab,
        machine,
      }) => {
        test.skip(machine.name !== declared.name, "another host's");
        const before = await lab.snapshot();
        const [first] = functionsOf(machine, letter, card);
        const culprits = functionsOf(machine, letter, culprit);
        const opened = await CardPage.open(page, first?.address ?? "");
        await expect(opened.verdict).toContainText("Blocked");
        const refusal = await opened.refusalToGiveAway();
        expect(refusal).toContain(words);
        expect(refusal).toContain(culprits[0]?.address);
        expect(await lab.snapshot()).toEqual(before);
      });
    }
  }
}
