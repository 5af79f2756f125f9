import type { ElementPlan } from "@/server/vm/build-xml";
import { expect, test } from "./fixtures/test";

/** The captured host's second graphics card. */
const graphicsCard: ElementPlan = {
  name: "hostdev",
  attributes: { mode: "subsystem", type: "pci", managed: "yes" },
  children: [
    {
      name: "source",
      children: [
        { name: "address", attributes: { domain: "0x0000", bus: "0x04", slot: "0x00", function: "0x0" } },
      ],
    },
  ],
};

test("the passthrough page tells a host's devices, groups and who has them", async ({ page, vms }) => {
  const vm = await vms.define({ devices: [graphicsCard] });
  await page.goto("/passthrough");
  const card = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: "GeForce GTX 970" }) });
  await expect(card).toContainText("0000:01:00.0");
  await expect(card).toContainText("vfio-pci");
  await expect(page.getByText("Boot display").first()).toBeVisible();
  const assigned = page.getByRole("link", { name: `Assigned to ${vm.name}` }).first();
  await assigned.click();
  await expect(page.getByRole("heading", { name: vm.name })).toBeVisible();
  await expect(page.getByText("0000:04:00.0").first()).toBeVisible();
});

test("the overview names the GPUs and who has them", async ({ page, vms }) => {
  const vm = await vms.define({ devices: [graphicsCard] });
  await page.goto("/");
  await expect(page.getByText("GeForce GTX 970").first()).toBeVisible();
  await expect(page.getByRole("link", { name: vm.name }).first()).toBeVisible();
});
