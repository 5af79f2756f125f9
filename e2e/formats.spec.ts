import type { Page } from "@playwright/test";
import { violations } from "./fixtures/accessibility";
import { invite } from "./fixtures/invite";
import { otherBrowser } from "./fixtures/other-browser";
import { expect, test } from "./fixtures/test";
import { VmListPage } from "./fixtures/vm-list";

test("formats are one's own: they change the page at once, and in other browsers from the first markup on", async ({
  page,
  browser,
  server,
  vms,
  complaints,
}) => {
  const vm = await vms.define({ memoryMiB: 1536 });
  const ada = await invite({ page, browser, url: server.url, complaints }, "Operator");
  await expect(rowOf(ada.page, vm.name)).resolves.toContain("1.5 GiB");

  await ada.page.goto("/account");
  const card = ada.page.getByRole("region", { name: "Language and formats" });
  const sessions = ada.page.getByRole("region", { name: "Signed in" });
  await expect(sessions).toContainText(/Signed in \d\d:\d\d:\d\d,/);
  await card.getByLabel("Formats").selectOption("Deutsch (Deutschland)");
  await card.getByLabel("Clock").selectOption("12 hours");
  await card.getByLabel("First day of the week").selectOption("Sunday");
  await card.getByLabel("Time zone").selectOption("Pacific/Auckland");
  await expect(card.getByLabel("Example")).toContainText("1.234.567,89");
  await expect(card.getByLabel("Example")).toContainText(/[ap]m \(Pacific\/Auckland\)/);
  // Nothing is written so before it is saved.
  await expect(sessions).toContainText(/Signed in \d\d:\d\d:\d\d,/);
  await card.getByRole("button", { name: "Save" }).click();
  await expect(sessions).toContainText(/Signed in .*\d:\d\d:\d\d [ap]m,/);
  await expect(card.getByRole("button", { name: "Save" })).toBeDisabled();
  expect(await violations(ada.page)).toEqual([]);
  await shoot(ada.page);
  await ada.page.getByRole("link", { name: "VMs", exact: true }).first().click();
  await expect(new VmListPage(ada.page).row(vm.name)).toContainText("1,5 GiB");

  // A browser that asks for other formats, where the same user signs in: without its scripts first.
  const { cookies } = await ada.page.context().storageState();
  const bare = await browser.newContext({
    baseURL: server.url,
    ignoreHTTPSErrors: true,
    locale: "en-US",
    javaScriptEnabled: false,
    storageState: { cookies, origins: [] },
  });
  expect(await rowOf(await bare.newPage(), vm.name)).toContain("1,5 GiB");
  await bare.close();
  const second = await otherBrowser(browser, server.url, complaints);
  await second.goto("/sign-in?next=%2Faccount");
  await second.getByLabel("User name").fill(ada.name);
  await second.getByLabel("Password", { exact: true }).fill("four words that fit");
  await second.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(second.getByRole("region", { name: "Signed in" })).toContainText(/\d:\d\d:\d\d [ap]m/);
  await expect(second.getByLabel("Formats", { exact: true })).toHaveValue("de-DE");

  // Nobody else's pages have changed.
  expect(await rowOf(page, vm.name)).toContain("1.5 GiB");
});

async function rowOf(page: Page, name: string): Promise<string> {
  await page.goto("/vms");
  const row = new VmListPage(page).row(name);
  await expect(row).toContainText("GiB");
  return (await row.textContent()) ?? "";
}

async function shoot(page: Page): Promise<void> {
  for (const width of [375, 1440])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.screenshot({ path: `test-results/formats/${colorScheme}-${width}.png`, fullPage: true });
    }
  await page.setViewportSize({ width: 1280, height: 800 });
}
