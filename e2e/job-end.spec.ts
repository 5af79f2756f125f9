import { mergeTests } from "@playwright/test";
import { violations } from "./fixtures/accessibility";
import { addressOf } from "./fixtures/network-names";
import { expect, test as networkTest } from "./fixtures/network-test";
import { test as storageTest } from "./fixtures/storage-test";

/* What a page says of jobs that end within a moment. */

const test = mergeTests(networkTest, storageTest);

test("a network that can't be started says why", async ({ page, networks, virsh }) => {
  const first = await networks.define(addressOf(90));
  await virsh.run("net-destroy", first);
  const second = await networks.define(addressOf(90));
  await page.goto("/networks");
  await page.getByRole("button", { name: `Actions for ${first}` }).click();
  await page.getByRole("menuitem", { name: "Start", exact: true }).click();
  await expect(page.getByText(`Start: ${first}`)).toBeVisible();
  await expect(page.getByText(/already in use by interface/)).toBeVisible();
  await virsh.run("net-destroy", second);
});

test("a pool that is deleted from its own page leads to the list", async ({ page, pools, virsh }) => {
  const { name } = await pools.define();
  await page.goto(`/storage/local/${name}`);
  await page.getByRole("button", { name: "Pool", exact: true }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete anyway" }).click();
  await expect(page.getByText("It is deleted. Its content was kept.")).toBeVisible();
  await expect(page).toHaveURL(/\/storage$/);
  await expect(virsh.run("pool-info", name)).rejects.toThrow(/not found/i);
});

test("the plan of a deletion can be read by everybody", async ({ page, networks }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  const name = await networks.define(addressOf(91));
  await page.goto(`/networks/local/${name}`);
  await page.getByRole("button", { name: "Network", exact: true }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  const dialog = page.getByRole("dialog", { name: `Delete ${name}` });
  await expect(dialog).toContainText(`virsh net-undefine ${name}`);
  expect(await violations(page, "[role=dialog]")).toEqual([]);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});
