import { expect, test } from "@/e2e/lab/fixtures";
import { PassthroughPage } from "@/e2e/lab/pages/passthrough-page";
import { placeFunctions } from "@/e2e/lab/topology/placement";

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
