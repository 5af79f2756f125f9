import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";
import { WizardPage } from "./fixtures/wizard-page";
import { bareDomainXml } from "./libvirtd/bare-domain";

test("a group's quota is set on People, told in the plan of a VM of theirs, and keeps the next one off", async ({
  page,
  virsh,
}) => {
  const team = `team-${randomBytes(3).toString("hex")}`;
  await page.goto("/people");
  await page.getByRole("button", { name: "New group…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(team);
  await dialog.getByRole("button", { name: "Create" }).click();
  await page.getByRole("button", { name: `Quota of ${team}…` }).click();
  await dialog.getByLabel("VMs", { exact: true }).fill("1");
  await dialog.getByLabel("Memory", { exact: true }).fill("much");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("This is no amount. Leave it empty for no limit.")).toBeVisible();
  await dialog.getByLabel("Memory", { exact: true }).fill("4 GiB");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: `Quota of ${team}…` }).click();
  await expect(dialog.getByLabel("Memory", { exact: true })).toHaveValue("4");
  await expect(dialog.getByLabel("Disk", { exact: true })).toHaveValue("");
  await page.keyboard.press("Escape");

  const wizard = new WizardPage(page);
  const [name, next] = [wizard.newName(), wizard.newName()];
  await describeVm(page, wizard, { name, team });
  const quota = page.getByRole("list", { name: "Quota" });
  await expect(quota).toContainText(`${team}: 0 of 1 VMs used; this takes 1`);
  await expect(quota).toContainText(`${team}: 0 GiB of 4 GiB memory used; this takes 16 MiB`);
  await expect(page.getByText(`Make ${team} its owner`)).toBeVisible();
  await wizard.create();
  await expect(page).toHaveURL(/\/vms\/local\/[0-9a-f-]+/);
  await page.getByRole("tab", { name: "Access" }).click();
  await expect(page.getByLabel(`Access of ${team}`, { exact: true })).toHaveValue("owner");
  expect(await virsh.run("list", "--all", "--name")).toContain(name);

  await describeVm(page, wizard, { name: next, team });
  await expect(page.getByText("VMs: the limit is 1, 1 used, and this takes 1.").first()).toBeVisible();
  await expect(wizard.createButton).toHaveAttribute("aria-disabled", "true");
  await page.goto("/people");
  await page.getByRole("button", { name: `Quota of ${team}…` }).click();
  await expect(dialog.getByText("16 MiB used")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.goto("/audit");
  const set = `Set the quota of the group ${team} to VMs 1, Memory 4 GiB`;
  await expect(page.getByRole("row").filter({ hasText: set })).toContainText("Done");
  await virsh.run("destroy", name);
  await virsh.run("undefine", name);
});

/** Describes a VM with next to nothing in it, up to where its plan is shown. */
async function describeVm(
  page: Page,
  wizard: WizardPage,
  { name, team }: { name: string; team: string },
): Promise<void> {
  await wizard.open();
  await wizard.choose("libvirt XML");
  await wizard.field("libvirt XML").fill(bareDomainXml(name));
  await wizard.step("Review");
  await wizard.field("Owner of the VM").selectOption(team);
  await expect(page.getByRole("heading", { name: "What will be done" })).toBeVisible();
}
