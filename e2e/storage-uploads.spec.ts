import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, mebibyte, sha256, test } from "./fixtures/storage-test";

/** A busy machine takes its time for many bytes, through the browser and TLS; milliseconds. */
const arrival = 180_000;

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

test("an upload is paused, goes on across pages, and arrives whole", async ({
  page,
  pools,
  poolPage,
  virsh,
}, info) => {
  test.slow();
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
  await expect(poolPage.uploads).toContainText(sha256(bytes), { timeout: arrival });

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
  test.slow();
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
  await expect(poolPage.uploads).toContainText("Uploaded, 80 MiB", { timeout: arrival });
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
