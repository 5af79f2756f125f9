import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { invite } from "./fixtures/invite";
import { share } from "./fixtures/share";
import { expect, test } from "./fixtures/test";

test("two members see the VM alone that is shared with each, as long as it is", async ({
  page,
  browser,
  server,
  vms,
  virsh,
  complaints,
}) => {
  const [one, other] = [await vms.define(), await vms.define()];
  const by = { page, browser, url: server.url, complaints };
  const { page: nora } = await invite({ ...by, name: "nora" }, "Member");
  const { page: otis } = await invite({ ...by, name: "otis" }, "Member");
  await expect(nora.getByRole("link", { name: /^All 0/ })).toBeVisible();
  await nora.goto("/vms");
  await expect(nora.getByRole("heading", { name: "No VM is shared with you yet" })).toBeVisible();

  await page.goto("/people");
  await page.getByRole("button", { name: "New group…" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Night shift");
  await page.getByRole("dialog").getByLabel("otis").check();
  await page.getByRole("dialog").getByRole("button", { name: "Create" }).click();
  const group = page.getByRole("listitem").filter({ hasText: "Night shift" });
  await expect(group).toContainText("otis, 0 VMs");

  await share(page, one.uuid, "nora", "Owner");
  await share(page, other.uuid, "Night shift", "Operator");
  const list = nora.getByRole("grid");
  await expect(list.getByRole("link", { name: one.name })).toBeVisible();
  await expect(nora.getByText(other.name)).toHaveCount(0);
  await nora.getByRole("searchbox").fill(other.name);
  await expect(nora.getByRole("heading", { name: "No VM matches" })).toBeVisible();

  // The navigation leads nowhere that is not theirs, and what is not theirs is as if it did not exist.
  const links = nora.getByRole("navigation", { name: "Main" }).getByRole("link");
  await expect(links).toHaveText(["Overview", "VMs"]);
  await nora.goto("/storage");
  await expect(nora.getByRole("heading", { name: "Storage: not for members" })).toBeVisible();
  const missing = await textOf(nora, `/vms/local/${randomUUID()}`);
  expect(await textOf(nora, `/vms/local/${other.uuid}`)).toBe(missing);

  // An operator starts it; an owner renames theirs.
  await otis.goto(`/vms/local/${other.uuid}`);
  await expect(otis.getByRole("tab", { name: "Access" })).toHaveCount(0);
  await otis.getByRole("button", { name: "Start", exact: true }).click();
  await expect.poll(() => virsh.run("domstate", other.name)).toContain("running");
  await nora.goto(`/vms/local/${one.uuid}`);
  await nora.getByRole("button", { name: "Actions", exact: true }).click();
  await nora.getByRole("menuitem", { name: "Rename…" }).click();
  const renamed = `${one.name}-of-nora`;
  await nora.getByRole("dialog").getByLabel("Name").fill(renamed);
  await nora.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await expect(nora.getByRole("heading", { name: renamed })).toBeVisible();
  await expect.poll(async () => (await virsh.run("domname", one.uuid)).trim()).toBe(renamed);

  // It vanishes from the page that is open, and comes back by itself.
  await otis.goto("/vms");
  await expect(otis.getByRole("grid").getByRole("link", { name: other.name })).toBeVisible();
  await page.goto(`/vms/local/${one.uuid}?tab=access`);
  await page.getByRole("button", { name: "Remove access of nora" }).click();
  await expect(nora.getByRole("heading", { name: "There is no such VM" })).toBeVisible();
  await share(page, one.uuid, "nora", "Viewer");
  await expect(nora.getByRole("heading", { name: renamed })).toBeVisible();
  await expect(nora.getByRole("button", { name: "Start", exact: true })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await page.goto("/people");
  await choose(page, "nora", "Access…");
  await expect(page.getByRole("dialog").getByRole("listitem")).toContainText(renamed);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Delete Night shift…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(otis.getByRole("heading", { name: "No VM is shared with you yet" })).toBeVisible();

  for (const [name, theirs] of [
    ["nora", nora],
    ["otis", otis],
  ] as const) {
    await theirs.context().close();
    await choose(page, name, "Delete…");
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await expect(page.getByRole("row", { name: new RegExp(name) })).toHaveCount(0);
  }
});

/** What a page says, once it says that there is nothing. */
async function textOf(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "There is no such VM" })).toBeVisible();
  return (await page.getByRole("main").textContent()) ?? "";
}

async function choose(page: Page, name: string, act: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: act }).click();
}
