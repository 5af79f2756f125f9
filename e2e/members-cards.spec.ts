import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { violations } from "./fixtures/accessibility";
import { limitVms, openGrants } from "./fixtures/grants";
import { invite } from "./fixtures/invite";
import { makeBookable, nameCard, openNamed } from "./fixtures/name-card";
import { expect, test } from "./fixtures/test";
import { WizardPage } from "./fixtures/wizard-page";

test("a member creates a VM that asks for a named device that they were given", async ({
  page,
  browser,
  server,
  virsh,
  complaints,
}) => {
  const id = randomBytes(3).toString("hex");
  const [disks, media, name, other] = [`disks-${id}`, `media-${id}`, `Any GTX ${id}`, `Not theirs ${id}`];
  const folder = await mkdtemp(join(tmpdir(), "passdeck-media-"));
  for (const pool of [disks, media])
    await virsh.run("pool-create-as", pool, "dir", "--target", join(folder, pool), "--build");
  await virsh.run("vol-create-as", media, "debian.iso", "1M", "--format", "raw");
  for (const one of [other, name]) await nameCard(page, one, /GTX 970/);
  await makeBookable(page, name);
  const member = await invite({ page, browser, url: server.url, complaints }, "Member");
  const theirs = member.page;
  await limitVms(page, member.name);
  await openGrants(page, member.name);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("May create VMs on").check();
  await dialog.getByRole("group", { name: "Storage pools for new disks" }).getByLabel(disks).check();
  await dialog.getByRole("group", { name: "Storage pools of ISOs and images" }).getByLabel(media).check();
  await dialog.getByRole("group", { name: "Named devices" }).getByLabel(name).check();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);

  await theirs.goto("/vms/new");
  const wizard = new WizardPage(theirs);
  const vm = wizard.newName();
  await wizard.choose("Minimal test VM");
  await wizard.field("Name").fill(vm);
  await wizard.field("Installation ISO").selectOption({ label: "debian.iso" });
  const start = theirs.getByRole("checkbox", { name: "Start after creation" });
  await expect(start).toBeChecked();
  await wizard.emulate();
  await wizard.step("GPUs and USB");
  const section = theirs.getByRole("region", { name: "Named devices" });
  await expect(section.getByRole("checkbox")).toHaveCount(1);
  await section.getByRole("checkbox", { name }).check();
  await expect(theirs.getByRole("region", { name: "GPUs", exact: true })).toHaveCount(0);
  expect(await violations(theirs)).toEqual([]);
  await wizard.step("Source");
  await expect(start).toBeDisabled();
  await expect(start).not.toBeChecked();
  await wizard.create();
  await expect(theirs).toHaveURL(/\/vms\/local\/[0-9a-f-]+$/);
  await expect(theirs.getByRole("heading", { name: vm })).toBeVisible();
  expect(await virsh.run("dumpxml", vm)).toContain(`<passdeck:named-device name="${name}"/>`);
  expect(await virsh.run("domstate", vm)).toContain("shut off");

  // Of the host's devices they see what it asks for, which they book for it.
  await theirs.getByRole("tab", { name: "Hardware" }).click();
  await theirs.getByRole("button", { name: /^Named devices/ }).click();
  const bookings = theirs.getByRole("region", { name: `Bookings of ${name}` });
  await bookings.getByRole("button", { name: `Book ${name}…` }).click();
  const asked = theirs.getByRole("dialog");
  await asked.getByLabel("VM").selectOption({ label: vm });
  await asked.getByRole("button", { name: "Book", exact: true }).click();
  await expect(bookings.getByRole("listitem")).toHaveText(/Yours, for .*, now/);
  await expect(bookings.getByRole("listitem")).toContainText(vm);
  expect(await violations(theirs)).toEqual([]);
  await theirs.setViewportSize({ width: 375, height: 700 });
  expect(await theirs.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);

  await theirs.context().close();
  await virsh.run("undefine", vm, "--nvram");
  await openNamed(page);
  for (const one of [name, other]) {
    await page.getByRole("button", { name: `Delete ${one}…` }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await expect(page.getByRole("alertdialog")).toHaveCount(0);
  }
  for (const pool of [disks, media]) await virsh.run("pool-destroy", pool);
  await rm(folder, { recursive: true, force: true });
});
