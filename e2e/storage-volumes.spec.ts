import { randomBytes } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { closeJob } from "./fixtures/close-job";
import type { TestPool } from "./fixtures/pools";
import { expect, mebibyte, sha256, test } from "./fixtures/storage-test";

/** A disk of a VM in a file. */
function diskOf({ folder }: TestPool, volume: string) {
  return {
    name: "disk",
    attributes: { type: "file", device: "disk" },
    children: [
      { name: "source", attributes: { file: join(folder, volume) } },
      { name: "target", attributes: { dev: "vda", bus: "virtio" } },
    ],
  };
}

test("a volume is made, grown, cloned and deleted", async ({ page, pools, poolPage, virsh }) => {
  const pool = await pools.define();
  await poolPage.open(pool);
  await page.getByRole("button", { name: "New volume" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("data.qcow2");
  await dialog.getByLabel("Capacity", { exact: true }).fill("64 MiB");
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(poolPage.row("data.qcow2")).toContainText("64 MiB");
  expect(await virsh.run("vol-dumpxml", "data.qcow2", "--pool", pool.name)).toMatch(/format type=.qcow2/);

  await poolPage.choose("data.qcow2", "Resize…");
  await dialog.getByLabel("New capacity", { exact: true }).fill("32 MiB");
  await expect(dialog).toContainText("A smaller capacity cuts off the end of the disk");
  await dialog.getByLabel("New capacity", { exact: true }).fill("128 MiB");
  await dialog.getByRole("button", { name: "Continue" }).click();
  await dialog.getByRole("button", { name: "Resize" }).click();
  await closeJob(page);
  await expect(poolPage.row("data.qcow2")).toContainText("128 MiB");

  await poolPage.choose("data.qcow2", "Clone…");
  await expect(dialog.getByLabel("Name")).toHaveValue("data-2.qcow2");
  await dialog.getByRole("button", { name: "Clone" }).click();
  await closeJob(page);
  await expect(poolPage.row("data-2.qcow2")).toContainText("128 MiB");

  await poolPage.choose("data.qcow2", "Delete…");
  await dialog.getByRole("button", { name: "Delete anyway" }).click();
  await closeJob(page);
  await expect(poolPage.row("data.qcow2")).toHaveCount(0);
  expect(await virsh.run("vol-list", pool.name)).not.toContain("data.qcow2");
});

test("a volume that a VM uses names it and can't be deleted", async ({
  page,
  pools,
  poolPage,
  vms,
  virsh,
}) => {
  const pool = await pools.define();
  await virsh.run("vol-create-as", pool.name, "system.img", "1M");
  await poolPage.open(pool);
  await expect(poolPage.row("system.img")).toBeVisible();
  const vm = await vms.define({ devices: [diskOf(pool, "system.img")] });
  await expect(poolPage.row("system.img").getByRole("link", { name: vm.name })).toBeVisible();
  await page.getByRole("button", { name: "Actions for system.img" }).click();
  const remove = page.getByRole("menuitem", { name: /^Delete/ });
  await expect(remove).toHaveAttribute("aria-disabled", "true");
  await expect(remove).toContainText(`Used by ${vm.name}`);
});

test("volumes are searched and sorted", async ({ page, pools, poolPage, virsh }) => {
  const pool = await pools.define();
  for (const [name, size] of [
    ["vm-2.img", "1M"],
    ["vm-10.img", "3M"],
    ["other.img", "2M"],
  ] as const)
    await virsh.run("vol-create-as", pool.name, name, size);
  await poolPage.open(pool);
  const names = page.getByRole("rowheader");
  await expect(names).toHaveText([/other/, /vm-2/, /vm-10/]);
  await page.getByRole("columnheader", { name: "Capacity" }).getByRole("button").click();
  await expect(names).toHaveText([/vm-10/, /other/, /vm-2/]);
  await page.keyboard.press("/");
  await page.keyboard.type("vm-1");
  await expect(names).toHaveText([/vm-10/]);
});

test("a volume is downloaded as it is", async ({ page, pools, poolPage, virsh }) => {
  const pool = await pools.define();
  const bytes = randomBytes(mebibyte);
  await writeFile(join(pool.folder, "disk.img"), bytes);
  await virsh.run("pool-refresh", pool.name);
  await poolPage.open(pool);
  const download = page.waitForEvent("download");
  await poolPage.choose("disk.img", "Download");
  const path = await (await download).path();
  expect((await stat(path)).size).toBe(mebibyte);
  expect(sha256(await readFile(path))).toBe(sha256(bytes));
});

test("a download from a private address is refused", async ({ page, pools, poolPage, virsh, complaints }) => {
  const pool = await pools.define();
  await poolPage.open(pool);
  await page.getByRole("button", { name: "From a URL" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("URL").fill("http://127.0.0.1:9/secret.img");
  await expect(dialog.getByLabel("Volume name")).toHaveValue("secret.img");
  await dialog.getByRole("button", { name: "Download" }).click();
  await expect(dialog.getByRole("alert").first()).toContainText(/private|127\.0\.0\.1/);
  expect(await virsh.run("vol-list", pool.name)).not.toContain("secret.img");
  complaints.length = 0;
});
