import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { violations } from "./fixtures/accessibility";
import { closeJob } from "./fixtures/close-job";
import { expect, test } from "./fixtures/storage-test";

test("a pool is made, stopped, started and deleted, and its content stays", async ({
  page,
  pools,
  virsh,
}) => {
  const { name, folder } = await pools.plan();
  await page.goto("/storage");
  await page.getByRole("button", { name: "New pool" }).first().click();
  const dialog = page.getByRole("dialog", { name: "New pool" });
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(dialog).toContainText("An absolute path is needed.");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Directory", { exact: true }).fill(folder);
  await dialog.getByRole("button", { name: "Create" }).click();
  await closeJob(page);

  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("Running");
  const info = await virsh.run("pool-info", name);
  expect(info).toMatch(/State:\s+running/);
  expect(info).toMatch(/Autostart:\s+yes/);
  await writeFile(join(folder, "kept.img"), "content");

  const choose = async (action: string) => {
    await page.getByRole("button", { name: `Actions for ${name}` }).click();
    await page.getByRole("menuitem", { name: action, exact: true }).click();
  };
  await choose("Stop…");
  await page.getByRole("dialog").getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row).toContainText("Stopped");
  await choose("Start…");
  await page.getByRole("dialog").getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row).toContainText("Running");
  await choose("Refresh");
  await expect(page.getByText("It was refreshed.")).toBeVisible();
  expect(await virsh.run("vol-list", name)).toContain("kept.img");
  await choose("Don't start with the host");
  await expect.poll(() => virsh.run("pool-info", name)).toMatch(/Autostart:\s+no/);
  await choose("Delete…");
  await expect(page.getByRole("dialog")).toContainText("What is in the pool stays where it is.");
  await page.getByRole("dialog").getByRole("button", { name: "Delete anyway" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row).toHaveCount(0);
  await expect(virsh.run("pool-info", name)).rejects.toThrow(/not found/i);
  expect(await readFile(join(folder, "kept.img"), "utf8")).toBe("content");
});

test("what virsh does to pools shows without a reload", async ({ page, pools, virsh }) => {
  await page.goto("/storage");
  const { name } = await pools.define();
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("Running");
  await virsh.run("pool-destroy", name);
  await expect(row).toContainText("Stopped");
  await virsh.run("pool-undefine", name);
  await expect(row).toHaveCount(0);
});

test("the storage pages can be used by everybody", async ({ page, pools, poolPage, virsh }) => {
  const pool = await pools.define();
  await virsh.run("vol-create-as", pool.name, "disk.img", "1M");
  await page.goto("/storage");
  await expect(page.getByRole("row").filter({ hasText: pool.name })).toBeVisible();
  expect(await violations(page), "pools").toEqual([]);
  await poolPage.open(pool);
  await expect(poolPage.row("disk.img")).toBeVisible();
  expect(await violations(page), "a pool").toEqual([]);
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await violations(page), "upload").toEqual([]);
});

test.describe("on a screen of 320 pixels", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("the storage pages fit", async ({ page, pools, poolPage, virsh }) => {
    const pool = await pools.define();
    await virsh.run("vol-create-as", pool.name, `${"long-name-".repeat(6)}.img`, "1M");
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await page.goto("/storage");
    await expect(page.getByRole("row").filter({ hasText: pool.name })).toBeVisible();
    expect(await width()).toBeLessThanOrEqual(320);
    await poolPage.open(pool);
    await expect(page.getByText("1 MiB").first()).toBeVisible();
    expect(await width()).toBeLessThanOrEqual(320);
  });
});
