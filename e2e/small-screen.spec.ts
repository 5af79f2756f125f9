import { expect, test } from "./fixtures/test";

test.use({ viewport: { width: 320, height: 640 } });

test("every page fits a screen of 320 pixels", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  await virsh.run("start", vm.name);
  const tabs = ["overview", "console", "xml", "events"].map((tab) => `/vms/local/${vm.uuid}?tab=${tab}`);
  for (const path of [
    "/",
    "/vms",
    "/vms/new",
    "/passthrough",
    "/devices",
    "/host",
    "/people",
    "/notifications",
    "/account",
    "/account/api",
    ...tabs,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(320);
  }
});
