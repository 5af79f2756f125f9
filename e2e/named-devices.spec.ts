import { randomBytes } from "node:crypto";
import { HardwarePage } from "./fixtures/hardware-page";
import { expect, test } from "./fixtures/test";

/** The captured host's graphics card that no desktop needs. */
const card = "0000:01:00.0";

test("a name is given to cards, a VM asks for it, and it is deleted once nobody does", async ({
  page,
  vms,
  virsh,
  complaints,
}) => {
  const name = `Any GTX ${randomBytes(3).toString("hex")}`;
  const vm = await vms.define({ network: false });
  const definition = () => virsh.run("dumpxml", vm.name, "--inactive");
  const before = await definition();

  await page.goto("/passthrough");
  await page.getByRole("button", { name: "Named", exact: true }).click();
  await page.getByRole("button", { name: "Add a named device…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Note").fill("For whoever renders");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog.getByText("A name stands for one card at least. Choose one.")).toBeVisible();
  await dialog
    .getByRole("group", { name: "Cards" })
    .getByRole("checkbox", { name: /GTX 970/ })
    .check();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog).toBeHidden();
  const members = page.getByRole("list", { name: `Cards of ${name}` });
  await expect(members).toContainText(card);
  await expect(members).toContainText(/Free/);

  const hardware = new HardwarePage(page);
  await hardware.goto(vm);
  await hardware.open("Named devices");
  await hardware.panel.getByRole("button", { name: `Add ${name}` }).click();
  await expect(page.getByRole("dialog")).toContainText("virsh start");
  await hardware.sayYes();
  expect(await definition()).toMatch(new RegExp(`<passdeck:named-device name=['"]${name}['"]/>`));
  expect(await definition()).not.toContain("<hostdev");
  const owned = hardware.panel.getByRole("list", { name: "Named devices of the VM" });
  await expect(owned).toContainText("A free card is given at the start");

  await page.goto("/passthrough");
  await expect(page.getByRole("link", { name: vm.name })).toBeVisible();
  await page.getByRole("button", { name: `Delete ${name}…` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("alertdialog")).toContainText(`${vm.name} asks for “${name}”`);
  expect(complaints.splice(0)).toEqual([expect.stringContaining("status of 409")]);
  await page.keyboard.press("Escape");

  await hardware.goto(vm);
  await hardware.open("Named devices");
  await owned.getByRole("button", { name: `Remove ${name}` }).click();
  await hardware.sayYes();
  expect(await definition()).toBe(before);
  await page.goto("/passthrough");
  await page.getByRole("button", { name: `Delete ${name}…` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(name)).toHaveCount(0);
});
