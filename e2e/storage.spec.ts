import { createHash, randomBytes } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { PoolPage } from "./fixtures/pool-page";
import { Pools, type TestPool } from "./fixtures/pools";
import { test as base, expect } from "./fixtures/test";

const test = base.extend<{ pools: Pools; poolPage: PoolPage }>({
  pools: async ({ virsh }, use) => {
    const pools = new Pools(virsh);
    await use(pools);
    await pools.removeAll();
  },
  poolPage: async ({ page }, use) => use(new PoolPage(page)),
});

const mebibyte = 1024 ** 2;

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A file that is no volume yet. */
async function aFile(path: string, bytes: Buffer): Promise<string> {
  await writeFile(path, bytes);
  return path;
}

/** Makes the browser's network slow enough to look at what goes over it; bytes a second, -1 for as fast as it is. */
async function setUploadSpeed(page: Page, uploadThroughput: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput,
  });
}

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
  await dialog.getByLabel("Folder", { exact: true }).fill(folder);
  await dialog.getByRole("button", { name: "Create" }).click();

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
  await page.getByRole("alertdialog").getByRole("button", { name: "Stop" }).click();
  await expect(row).toContainText("Stopped");
  await choose("Start");
  await expect(row).toContainText("Running");
  await choose("Don't start with the host");
  await expect.poll(() => virsh.run("pool-info", name)).toMatch(/Autostart:\s+no/);
  await choose("Delete…");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete, keep the content" }).click();
  await expect(page.getByRole("alertdialog")).toBeHidden();
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

test("a volume is made, grown, cloned and deleted", async ({ page, pools, poolPage, virsh }) => {
  const pool = await pools.define();
  await poolPage.open(pool);
  await page.getByRole("button", { name: "New volume" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("data.qcow2");
  await dialog.getByLabel("Size", { exact: true }).fill("64 MiB");
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(poolPage.row("data.qcow2")).toContainText("64 MiB");
  expect(await virsh.run("vol-dumpxml", "data.qcow2", "--pool", pool.name)).toMatch(/format type=.qcow2/);

  await poolPage.choose("data.qcow2", "Resize…");
  await dialog.getByLabel("New size").fill("32 MiB");
  await expect(dialog).toContainText("Less would cut off");
  await dialog.getByLabel("New size").fill("128 MiB");
  await dialog.getByRole("button", { name: "Resize" }).click();
  await expect(poolPage.row("data.qcow2")).toContainText("128 MiB");

  await poolPage.choose("data.qcow2", "Clone…");
  await expect(dialog.getByLabel("Name")).toHaveValue("data-2.qcow2");
  await dialog.getByRole("button", { name: "Clone" }).click();
  await expect(dialog.getByRole("status")).toContainText("Done");
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(poolPage.row("data-2.qcow2")).toContainText("128 MiB");

  await poolPage.choose("data.qcow2", "Delete…");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  // A question hides the page behind it.
  await expect(page.getByRole("alertdialog")).toBeHidden();
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
  await page.getByRole("columnheader", { name: "Size" }).getByRole("button").click();
  await expect(names).toHaveText([/vm-10/, /other/, /vm-2/]);
  await page.keyboard.press("/");
  await page.keyboard.type("vm-1");
  await expect(names).toHaveText([/vm-10/]);
});

test("an upload is paused, goes on across pages, and arrives whole", async ({
  page,
  pools,
  poolPage,
  virsh,
}, info) => {
  const pool = await pools.define();
  const bytes = randomBytes(24 * mebibyte);
  const file = await aFile(info.outputPath("installer.iso"), bytes);
  await poolPage.open(pool);
  await setUploadSpeed(page, 4 * mebibyte);
  await poolPage.upload(file, { checksum: sha256(bytes).toUpperCase() });
  await expect(poolPage.uploads).toContainText(/MiB\/s/);
  await expect(poolPage.uploads).toContainText(/ s left/);

  await page.getByRole("button", { name: "Pause installer.iso" }).click();
  await expect(poolPage.uploads).toContainText("paused");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "VMs" }).first().click();
  await expect(page.getByRole("heading", { name: "VMs", level: 1 })).toBeVisible();
  await setUploadSpeed(page, -1);
  await page.getByRole("button", { name: "Resume installer.iso" }).click();
  await expect(poolPage.uploads).toContainText(sha256(bytes));

  await poolPage.uploads.getByRole("link", { name: pool.name }).click();
  await expect(poolPage.row("installer.iso")).toContainText("24 MiB");
  const copy = info.outputPath("copy.iso");
  await virsh.run("vol-download", "installer.iso", copy, "--pool", pool.name);
  expect(sha256(await readFile(copy))).toBe(sha256(bytes));
  await page.getByRole("button", { name: "Dismiss installer.iso" }).click();
  await expect(poolPage.uploads).toHaveCount(0);
});

test("an upload that is cut off by a reload goes on when the file is chosen again", async ({
  page,
  pools,
  poolPage,
  virsh,
}, info) => {
  const pool = await pools.define();
  const bytes = randomBytes(80 * mebibyte);
  const file = await aFile(info.outputPath("big.img"), bytes);
  await poolPage.open(pool);
  await setUploadSpeed(page, 8 * mebibyte);
  await poolPage.upload(file);
  await expect(poolPage.uploads).toContainText(/[1-9]\d* MiB of 80 MiB/);
  page.once("dialog", (question) => void question.accept());
  await page.reload();
  await setUploadSpeed(page, -1);
  const offset = page.waitForResponse(
    (answer) => answer.request().method() === "HEAD" && answer.headers()["upload-offset"] !== undefined,
  );
  await poolPage.upload(file);
  expect(Number((await offset).headers()["upload-offset"])).toBeGreaterThan(0);
  await expect(poolPage.uploads).toContainText("Uploaded, 80 MiB");
  const copy = info.outputPath("copy.img");
  await virsh.run("vol-download", "big.img", copy, "--pool", pool.name);
  expect(sha256(await readFile(copy))).toBe(sha256(bytes));
});

test("cancelling an upload leaves nothing in the pool", async ({ page, pools, poolPage, virsh }, info) => {
  const pool = await pools.define();
  const file = await aFile(info.outputPath("given-up.img"), randomBytes(16 * mebibyte));
  await poolPage.open(pool);
  await setUploadSpeed(page, 2 * mebibyte);
  await poolPage.upload(file);
  await expect(poolPage.uploads).toContainText(/MiB\/s/);
  await page.getByRole("button", { name: "Cancel given-up.img" }).click();
  await expect(poolPage.uploads).toHaveCount(0);
  await expect.poll(() => virsh.run("vol-list", pool.name)).not.toContain("given-up.img");
});

test("a file that is not what its publisher says is refused", async ({
  pools,
  poolPage,
  virsh,
  complaints,
}, info) => {
  const pool = await pools.define();
  const file = await aFile(info.outputPath("wrong.iso"), randomBytes(mebibyte));
  await poolPage.open(pool);
  await poolPage.upload(file, { checksum: "0".repeat(64) });
  await expect(poolPage.uploads.getByRole("alert")).toContainText(/SHA-256/);
  await expect.poll(() => virsh.run("vol-list", pool.name)).not.toContain("wrong.iso");
  // The browser complains of the refusal by itself.
  complaints.length = 0;
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
  await dialog.getByLabel("Address").fill("http://127.0.0.1:9/secret.img");
  await expect(dialog.getByLabel("Name in the pool")).toHaveValue("secret.img");
  await dialog.getByRole("button", { name: "Download" }).click();
  await expect(dialog.getByRole("alert").first()).toContainText(/private|127\.0\.0\.1/);
  expect(await virsh.run("vol-list", pool.name)).not.toContain("secret.img");
  complaints.length = 0;
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("the storage pages can be used by everybody", async ({ page, pools, poolPage, virsh }) => {
      const pool = await pools.define();
      await virsh.run("vol-create-as", pool.name, "disk.img", "1M");
      const findings = async () => {
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
          .analyze();
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      };
      await page.goto("/storage");
      await expect(page.getByRole("row").filter({ hasText: pool.name })).toBeVisible();
      expect(await findings(), "pools").toEqual([]);
      await poolPage.open(pool);
      await expect(poolPage.row("disk.img")).toBeVisible();
      expect(await findings(), "a pool").toEqual([]);
      await page.getByRole("button", { name: "Upload", exact: true }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await findings(), "upload").toEqual([]);
    });
  });
}

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
