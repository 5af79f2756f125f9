import { ConsoleTab } from "./fixtures/console-tab";
import { expect, test } from "./fixtures/test";
import { guestReadyLine } from "./guest/guest";

test.use({ storageState: undefined, baseURL: undefined });

test("from the printed link to typing into a VM", async ({ fresh, page }) => {
  const { server, virsh, vms } = fresh;
  const vm = await vms.define();

  await test.step("the link makes the first administrator", async () => {
    await page.goto(server.firstAdministratorLink ?? "");
    await page.getByLabel("User name").fill("mira");
    await page.getByLabel("Password", { exact: true }).fill("a long enough password");
    await page.getByRole("button", { name: "Create the administrator" }).click();
    await expect(page.getByRole("button", { name: "Account and settings: mira" })).toBeVisible();
  });

  await test.step("the list shows the VM", async () => {
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "VMs" }).click();
    await expect(page.getByRole("row", { name: vm.name })).toContainText("Off");
    await page.getByRole("link", { name: vm.name }).click();
    await expect(page.getByRole("heading", { name: vm.name, level: 1 })).toBeVisible();
  });

  const console = new ConsoleTab(page);
  await test.step("it starts, and its boot shows in the console", async () => {
    await page.getByRole("tab", { name: "Console" }).click();
    await page.getByRole("button", { name: "Start" }).first().click();
    await expect(console.screen).toContainText(guestReadyLine);
    expect(await virsh.state(vm.name)).toBe("running");
  });

  await test.step("what is typed reaches the guest, and its answer the screen", async () => {
    await console.type("echo $((6*7))");
    await expect(console.line("42")).toBeVisible();
  });

  await test.step("a reload keeps what scrolled by", async () => {
    await page.reload();
    await expect(console.screen).toContainText(guestReadyLine);
    await expect(console.line("42")).toBeVisible();
  });

  await test.step("it shuts down, and libvirt agrees", async () => {
    await page.getByRole("button", { name: "Shut down" }).click();
    await expect(page.getByRole("status").filter({ hasText: /^Off$/ })).toBeVisible();
    expect(await virsh.state(vm.name)).toBe("shut off");
  });
});
