import { violations } from "./fixtures/accessibility";
import { expect, test } from "./fixtures/test";

test("a VM is renamed on its page, and stays the same one", async ({ page, vms, virsh }) => {
  const [vm, other] = [await vms.define(), await vms.define()];
  const name = `${vm.name} renamed`;
  await page.goto(`/vms/local/${vm.uuid}`);
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  const dialog = page.getByRole("dialog", { name: `Rename ${vm.name}` });
  const field = dialog.getByRole("textbox", { name: "Name" });
  await expect(field).toHaveValue(vm.name);
  await field.fill(other.name);
  await expect(dialog).toContainText(`called “${other.name}” already`);
  await field.fill("no/name");
  await expect(field).toHaveAccessibleDescription(/begins with no dash/);
  expect(await violations(page)).toEqual([]);
  await field.fill(name);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(dialog).toBeHidden();
  expect(await virsh.run("domuuid", name)).toBe(vm.uuid);
  await page.getByRole("tab", { name: "History" }).click();
  await expect(page.getByRole("tabpanel")).toContainText(`Renamed from ${vm.name} to ${name}`);
  await expect(page.getByRole("tabpanel")).toContainText("First seen");

  await virsh.run("start", name);
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  const entry = page.getByRole("menuitem", { name: "Rename" });
  await expect(entry).toHaveAttribute("aria-disabled", "true");
  await expect(entry).toContainText("It is on");
});
