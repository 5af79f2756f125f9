import type { Page } from "@playwright/test";
import { ConsoleTab } from "./fixtures/console-tab";
import type { GuestVm } from "./fixtures/guest-vms";
import { expect, test } from "./fixtures/test";
import { guestReadyLine } from "./guest/guest";

async function openConsole(page: Page, vm: GuestVm): Promise<ConsoleTab> {
  await page.goto(`/vms/local/${vm.uuid}?tab=console`);
  return new ConsoleTab(page);
}

test("a second viewer sees the boot and types, and both see both", async ({ context, page, vms, virsh }) => {
  const vm = await vms.define();
  await virsh.run("start", vm.name);
  const first = await openConsole(page, vm);
  await expect(first.screen).toContainText(guestReadyLine);

  const second = await openConsole(await context.newPage(), vm);
  await expect(second.screen).toContainText(guestReadyLine);
  await expect(page.getByText("2 viewers")).toBeVisible();

  await second.type("echo $((6*7))");
  await expect(first.line("42")).toBeVisible();
  await expect(second.line("42")).toBeVisible();
  await first.type("echo $((7*7))");
  await expect(second.line("49")).toBeVisible();
});

test("a viewer who only reads cannot type", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  await virsh.run("start", vm.name);
  const console = await openConsole(page, vm);
  await expect(console.screen).toContainText(guestReadyLine);

  await page.getByRole("button", { name: "Read only" }).click();
  await expect(page.getByRole("button", { name: "Read only" })).toHaveAttribute("aria-pressed", "true");
  await console.type("echo $((6*7))");
  await page.getByRole("button", { name: "Read only" }).click();
  await expect(page.getByRole("button", { name: "Read only" })).toHaveAttribute("aria-pressed", "false");
  await console.type("echo $((7*7))");
  await expect(console.line("49")).toBeVisible();
  await expect(console.line("42")).toHaveCount(0);
});

test("libvirtd is killed and started again in between", async ({ page, libvirtd, vms, virsh }) => {
  const vm = await vms.define();
  await virsh.run("start", vm.name);
  const console = await openConsole(page, vm);
  await expect(console.screen).toContainText(guestReadyLine);
  await console.type("echo before-$((6*7))");
  await expect(console.line("before-42")).toBeVisible();

  await libvirtd.kill();
  await expect(page.getByRole("status").filter({ hasText: "Trying again" })).toBeVisible();
  await expect(console.line("before-42")).toBeVisible();

  await libvirtd.start();
  await expect(page.getByRole("status").filter({ hasText: "Trying again" })).toBeHidden();
  await console.type("echo after-$((7*7))");
  await expect(console.line("after-49")).toBeVisible();
  await page.reload();
  await expect(console.screen).toContainText(guestReadyLine);
  await expect(console.line("before-42")).toBeVisible();
  await expect(console.line("after-49")).toBeVisible();

  await page.getByRole("button", { name: "Shut down" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Off$/ })).toBeVisible();
  expect(await virsh.state(vm.name)).toBe("shut off");
});

test("the keyboard leaves the console, and Tab stays with the guest", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  await virsh.run("start", vm.name);
  const console = await openConsole(page, vm);
  await expect(console.screen).toContainText(guestReadyLine);
  const terminal = page.getByRole("textbox", { name: "Serial console" });

  await terminal.focus();
  await page.keyboard.press("Tab");
  await expect(terminal).toBeFocused();
  await page.keyboard.press("Control+Shift+Enter");
  await expect(page.getByRole("button", { name: "Copy" })).toBeFocused();
});

test("a VM without a serial port gets one", async ({ page, vms, virsh }) => {
  const vm = await vms.define({ serial: false });
  await openConsole(page, vm);
  await expect(page.getByText(`${vm.name} has no serial console.`)).toBeVisible();
  await page.getByRole("button", { name: "Add a serial console" }).click();
  await expect(page.getByText(`${vm.name} is off.`)).toBeVisible();
  expect(await virsh.run("dumpxml", vm.name)).toContain("<serial type='pty'>");

  await page.getByRole("status").getByRole("button", { name: "Start" }).click();
  await expect(new ConsoleTab(page).screen).toContainText(guestReadyLine);
});
