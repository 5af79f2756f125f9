import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures/test";

test("the checks tell what fails first, where it was seen, and what to do", async ({ page }) => {
  await page.goto("/host");
  const first = page.getByRole("region", { name: "QEMU, libvirt and firmware for guests" });
  await expect(
    page
      .getByRole("region")
      .filter({ has: page.getByText("QEMU's rights") })
      .last(),
  ).toBeVisible();
  await expect(first.getByRole("listitem").first()).toContainText("cgroup_device_acl is set");
  await expect(first.getByText("/etc/libvirt/qemu.conf, line 2")).toBeVisible();
  await expect(first.getByText("and restart libvirt")).toBeVisible();

  await page.getByRole("button", { name: /^failed/ }).click();
  await expect(page.getByRole("region", { name: "Boot", exact: true })).toBeHidden();
  await page.getByRole("button", { name: /^failed/ }).click();
  await page.getByRole("searchbox", { name: "Search checks" }).fill("nouveau");
  await expect(page.getByText("Before vfio-pci, nouveau had 0000:01:00.0.")).toBeVisible();
  await expect(first).toBeHidden();
});

test("the overview leads to what keeps a GPU from VMs", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByText("Nothing needs your attention")).toBeHidden();
  await page.getByRole("link", { name: "Show the fix: QEMU's rights" }).click();
  await expect(page).toHaveURL(/\/host#qemu-rights$/);
  await expect(page.getByText("and restart libvirt")).toBeInViewport();
});

test("a change is planned; on a record of a host it is shown as what to do by hand", async ({ page }) => {
  await page.goto("/host");
  const form = page.getByRole("region", { name: "Change how the host starts" });
  await expect(form.getByRole("checkbox", { name: "Translate for VMs alone" })).toBeChecked();
  await expect(form.getByRole("button", { name: "Show the plan" })).toBeDisabled();
  await form.getByRole("checkbox", { name: "Translate for VMs alone" }).uncheck();
  await form.getByRole("button", { name: "Show the plan" }).click();

  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("alert").first()).toContainText("nothing can be changed on it");
  await expect(dialog.getByRole("region", { name: "By hand" })).toContainText("/etc/default/grub");
  await expect(dialog.getByRole("region", { name: "Commands" })).toContainText("grub-mkconfig");
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download" }).click();
  const script = await readFile(await (await download).path(), "utf8");
  expect(script).toContain("expect /etc/default/grub ");
  await dialog.getByText("Show the script").click();
  await expect(dialog.locator("pre").filter({ hasText: "#!/bin/sh" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Apply" })).toBeHidden();
});

test("a check's button shows the plan of its change", async ({ page }) => {
  await page.goto("/host#vfio-early-binding");
  await page.getByRole("button", { name: "Show the plan: Binding at boot" }).click();
  await expect(page.getByRole("dialog")).toContainText("0000:05:00.1");
});
