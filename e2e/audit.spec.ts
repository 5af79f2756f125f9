import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { violations } from "./fixtures/accessibility";
import { expect, test } from "./fixtures/test";

/** Renames a VM on its page. */
async function rename(page: Page, uuid: string, name: string): Promise<void> {
  await page.goto(`/vms/local/${uuid}`);
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

async function openLog(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Account and settings/ }).click();
  await page.getByRole("menuitem", { name: "Audit log" }).click();
  await expect(page.getByRole("heading", { name: "Audit log", level: 1 })).toBeVisible();
}

test("who renamed which VM stands in the audit log, is found, and comes as a file that no spreadsheet calculates", async ({
  page,
  vms,
  administrator,
}) => {
  const vm = await vms.define();
  const name = `=${vm.name}`;
  await rename(page, vm.uuid, name);
  await rename(page, vm.uuid, vm.name);
  await openLog(page);
  await expect(page.getByText("none was changed or taken out")).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: `Renamed from ${vm.name} to ${name}` });
  await expect(row).toContainText(administrator.name);
  await expect(row).toContainText("127.0.0.1");
  await expect(row).toContainText("Done");

  const search = page.getByRole("searchbox", { name: /^Search by who/ });
  await search.fill(`${vm.name} no such thing`);
  await expect(page.getByText("No entry matches.")).toBeVisible();
  await search.fill(vm.name);
  await expect(row).toBeVisible();
  await page.getByRole("combobox", { name: "Outcome" }).selectOption("Failed");
  await expect(page.getByText("No entry matches.")).toBeVisible();
  await page.getByRole("combobox", { name: "Outcome" }).selectOption("Done");
  await expect(row).toBeVisible();
  expect(await violations(page)).toEqual([]);

  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  const download = await coming;
  const [head, ...lines] = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
  expect(head).toBe("id,time,who,address,act,title,subject,outcome,problem,tookMs,hash");
  expect(lines.filter((line) => line.includes("vm.rename"))).toEqual([
    expect.stringContaining(`,Renamed from ${name} to ${vm.name},'${name},done,,`),
    expect.stringContaining(`,Renamed from ${vm.name} to ${name},${vm.name},done,,`),
  ]);
});

test("a wrong password is kept under the name of whose it was not", async ({
  page,
  browser,
  administrator,
  server,
}) => {
  const stranger = await browser.newContext({
    baseURL: server.url,
    ignoreHTTPSErrors: true,
    storageState: { cookies: [], origins: [] },
  });
  const theirs = await stranger.newPage();
  await theirs.goto("/sign-in");
  await theirs.getByLabel("User name").fill(administrator.name);
  await theirs.getByLabel("Password", { exact: true }).fill("not the right one");
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByRole("alert").filter({ hasText: "password" })).toBeVisible();
  await stranger.close();

  await page.goto("/audit");
  await page.getByRole("combobox", { name: "Outcome" }).selectOption("Not allowed");
  const row = page.getByRole("row").filter({ hasText: "Sign in" }).first();
  await expect(row).toContainText(administrator.name);
  await expect(row).toContainText("The user name or the password is wrong.");
});
