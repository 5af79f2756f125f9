import type { ElementPlan } from "@/server/xml/build-xml";
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

test("the picture tells a host's devices, groups and who has them", async ({ page, vms }) => {
  const vm = await vms.define({ devices: [graphicsCard] });
  await page.goto("/passthrough");
  const group = page.getByRole("region", { name: "IOMMU group 1", exact: true });
  await expect(group.getByRole("button", { name: "GeForce GTX 970" })).toBeVisible();
  await expect(group).toContainText("0000:01:00.0");
  await expect(group).toContainText("vfio-pci");
  await expect(page.getByText("Boot display").first()).toBeVisible();
  await page
    .getByRole("link", { name: `Assigned to ${vm.name}` })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: vm.name, level: 1 })).toBeVisible();
  await expect(page.getByText("0000:04:00.0").first()).toBeVisible();
});

test("a card opens beside the picture, and its address can be shared", async ({ page }) => {
  await page.goto("/passthrough");
  await page.getByRole("button", { name: "GeForce GTX 970" }).click();
  await expect(page).toHaveURL(/\?card=0000:01:00\.0$/);
  const panel = page.getByRole("complementary", { name: "GeForce GTX 970, 0000:01:00.0" });
  await expect(panel).toContainText("Passed through");
  await expect(panel).toContainText("10de:13c2");

  await page.reload();
  await expect(panel).toContainText("10de:13c2");
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByRole("button", { name: "GeForce GTX 970" })).toBeFocused();
  await page.goBack();
  await expect(panel).toBeVisible();
});

test("arrows lead through the picture, and Enter opens a card", async ({ page }) => {
  await page.goto("/passthrough");
  await page.getByRole("button", { name: "Samsung NVMe SSD Controller" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("button", { name: "ASMedia ASM1042A" })).toBeFocused();
  const focusedAsShown = page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        new MutationObserver((_changes, observer) => {
          const shown = document.querySelector("aside[aria-label*='ASM1042A']");
          if (shown === null) return;
          observer.disconnect();
          resolve(shown.contains(document.activeElement));
        }).observe(document.body, { childList: true, subtree: true });
      }),
  );
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: /ASM1042A/ });
  await expect(panel).toContainText("Must be reserved too");
  expect(await focusedAsShown, "Escape is heard from the moment the panel is seen").toBe(true);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
});

test("the list is searched and filtered, and chosen once for all", async ({ page }) => {
  await page.goto("/passthrough");
  await page.getByRole("button", { name: "List" }).click();
  const rows = page.getByRole("list", { name: /^Devices of group/ }).getByRole("listitem");
  await expect(rows).toHaveCount(25);
  await page.getByRole("searchbox", { name: "Search devices" }).fill("i350");
  await expect(rows).toHaveCount(2);
  await page.getByRole("group", { name: "Device type" }).getByRole("button", { name: "GPUs" }).click();
  await expect(page.getByRole("heading", { name: "No matching devices" })).toBeVisible();

  await page.reload();
  await expect(rows).toHaveCount(25);
  await page.getByRole("button", { name: "Picture" }).click();
  await expect(page.getByRole("region", { name: "Root complex 0000:00" })).toBeVisible();
});

test("what can't be reserved for VMs is refused with its culprit, before anything is done", async ({
  page,
}) => {
  await page.goto("/passthrough?card=0000:02:00.0");
  await page.getByRole("button", { name: "Reserve for VMs" }).click();
  const plan = page.getByRole("dialog");
  await expect(plan.getByRole("alert")).toContainText("Nothing was changed");
  await expect(plan.getByRole("alert")).toContainText(/0000:03:00\.0|captured/);
  await expect(plan.getByRole("button", { name: "Reserve for VMs" })).toHaveCount(0);
});

test("on a small screen a card opens above the page", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto("/passthrough");
  await page.getByRole("button", { name: "GeForce GTX 970" }).click();
  await expect(page.getByRole("dialog", { name: "GeForce GTX 970" })).toContainText("10de:13c2");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/passthrough$/);
});

test("the overview names the GPUs and who has them", async ({ page, vms }) => {
  const vm = await vms.define({ devices: [graphicsCard] });
  await page.goto("/");
  await expect(page.getByText("GeForce GTX 970").first()).toBeVisible();
  await expect(page.getByRole("link", { name: vm.name }).first()).toBeVisible();
});

test("an error that is pasted is explained, and leads to the card that it is about", async ({ page }) => {
  await page.goto("/passthrough");
  await page.getByText("Explain an error").click();
  const part = page.getByRole("group").filter({ hasText: "Explain an error" });
  await part
    .getByLabel("Error or log")
    .fill(
      "[   87.4] vfio-pci 0000:01:00.0: Unable to change power state from D3cold to D0, device inaccessible",
    );
  await part.getByRole("button", { name: "Explain" }).click();
  await expect(part.getByRole("status")).toContainText(/GeForce GTX 970.* does not wake up/);
  await part.getByRole("button", { name: "0000:01:00.0" }).click();
  await expect(page.getByRole("complementary", { name: /GeForce GTX 970/ })).toBeVisible();

  await part.getByLabel("Error or log").fill("nothing that anybody prints");
  await expect(part.getByRole("status")).toBeHidden();
  await part.getByRole("button", { name: "Explain" }).click();
  await expect(part.getByRole("status")).toHaveText("This text is not known.");
});

test("a card's kernel log says where it can't be read", async ({ page }) => {
  await page.goto("/passthrough?card=0000:01:00.0");
  const panel = page.getByRole("complementary", { name: /GeForce GTX 970/ });
  await panel.getByText("Kernel log").click();
  await expect(panel.getByText(/The kernel log can't be read/)).toBeVisible();
});
