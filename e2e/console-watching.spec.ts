import { expect, type Page } from "@playwright/test";
import { violations } from "./fixtures/accessibility";
import { ConsoleTab } from "./fixtures/console-tab";
import { openSerial, showViewers } from "./fixtures/console-viewers";
import { openScreen, test } from "./fixtures/graphical-test";
import { deleteUser, invite } from "./fixtures/invite";
import { coloursOf, ScreenTab } from "./fixtures/screen-tab";
import { share } from "./fixtures/share";
import { guestReadyLine } from "./guest/guest";

// A guest boots first, on a machine that may be busy.
test.describe.configure({ timeout: 300_000 });

/** Turns "Viewers may watch" on or off on a VM's page. */
async function letViewersWatch(page: Page, vmId: string, wanted: boolean): Promise<void> {
  await page.goto(`/vms/local/${vmId}?tab=access`);
  const choice = page.getByLabel("Viewers may watch");
  await expect(choice).toBeChecked({ checked: !wanted });
  await choice.click();
  await expect(page.getByText(wanted ? "Viewers may watch its" : "Viewers may not watch its")).toBeVisible();
  await expect(choice).toBeChecked({ checked: wanted });
}

test("a viewer watches a serial console while that is allowed, and nothing that they type reaches the guest", async ({
  page,
  browser,
  server,
  vms,
  virsh,
  complaints,
}) => {
  const vm = await vms.define();
  await virsh.run("start", vm.name);
  const viewer = await invite({ page, browser, url: server.url, complaints }, "Viewer");
  const refusal = viewer.page.getByText(`Viewers may not watch ${vm.name}’s consoles. An administrator`);
  await viewer.page.goto(`/vms/local/${vm.uuid}?tab=console&console=serial`);
  await expect(refusal).toBeVisible();

  const mine = await openSerial(page, vm.uuid);
  const settings = await page.context().newPage();
  await letViewersWatch(settings, vm.uuid, true);
  await viewer.page.getByRole("button", { name: "Connect", exact: true }).click();
  const theirs = new ConsoleTab(viewer.page);
  await expect(theirs.screen).toContainText(guestReadyLine);
  await expect(viewer.page.getByText("Read only: as a viewer you watch this console.")).toBeVisible();
  const readOnly = viewer.page.getByRole("button", { name: "Read only" });
  await expect(readOnly).toBeDisabled();
  await expect(readOnly).toHaveAttribute("aria-pressed", "true");
  await theirs.type("echo $((6*7))");
  await mine.type("echo $((7*7))");
  await expect(theirs.line("49")).toBeVisible();
  await expect(theirs.line("42")).toHaveCount(0);
  const viewers = await showViewers(viewer.page, "2 viewers");
  await expect(viewers.getByRole("listitem").filter({ hasText: viewer.name })).toContainText("Read only");
  await expect(viewers.getByRole("button", { name: /Disconnect|Take the keyboard/ })).toHaveCount(0);
  await expect(viewers).not.toContainText("127.0.0.1");
  expect(await violations(viewer.page)).toEqual([]);
  expect(await violations(settings)).toEqual([]);

  await letViewersWatch(settings, vm.uuid, false);
  await expect(refusal).toBeVisible();
  await mine.type("echo $((8*8))");
  await expect(mine.line("64")).toBeVisible();
  await expect(theirs.line("64")).toHaveCount(0);

  await settings.goto("/audit");
  await settings.getByRole("searchbox", { name: /^Search by who/ }).fill(vm.name);
  const entry = (text: string) => settings.getByRole("row").filter({ hasText: text });
  for (const text of ["Serial console opened, to watch only", "Serial console closed, to watch only"])
    await expect(entry(text)).toContainText(viewer.name);
  await expect(entry("Let viewers watch")).toHaveCount(1);
  await viewer.page.context().close();
  await deleteUser(page, viewer.name);
});

test("a member whom a VM is shared with as viewer watches its screen until the share is taken", async ({
  page,
  browser,
  server,
  complaints,
  screenGuest: guest,
}) => {
  const viewer = await invite({ page, browser, url: server.url, complaints }, "Member");
  await share(page, guest.uuid, viewer.name, "Viewer");
  await letViewersWatch(page, guest.uuid, true);
  const theirs = await openScreen(viewer.page, guest);
  await expect(viewer.page.getByText("Read only: as a viewer you watch this console.")).toBeVisible();
  await expect(theirs.button("Ctrl+Alt+Del")).toHaveAttribute("aria-disabled", "true");
  await expect(theirs.button("Read only")).toBeDisabled();
  await theirs.screen.click();
  await theirs.type("no");
  const other = await page.context().newPage();
  const mine = await openScreen(other, guest);
  await mine.type("yes");
  await expect.poll(() => guest.typed()).toBe("yes");

  // As operator they type, and as viewer again they watch: the console goes by what they may do now.
  const level = page.getByLabel(`Access of ${viewer.name}`, { exact: true });
  await level.selectOption("Operator");
  await expect(viewer.page.getByText("Read only: as a viewer")).toHaveCount(0);
  await expect(theirs.button("Ctrl+Alt+Del")).toHaveAttribute("aria-disabled", "false");
  await theirs.type("also");
  await expect.poll(() => guest.typed()).toBe("yesalso");
  await level.selectOption("Viewer");
  await expect(viewer.page.getByText("Read only: as a viewer you watch this console.")).toBeVisible();
  const again = new ScreenTab(viewer.page);
  await expect.poll(async () => coloursOf(await again.picture())).toBeGreaterThan(1);

  const row = other.getByRole("region", { name: "Viewers" }).getByRole("listitem");
  await showViewers(other, "2 viewers");
  await expect(row).toHaveCount(2);
  await page.getByRole("button", { name: `Remove access of ${viewer.name}` }).click();
  await expect(viewer.page.getByRole("heading", { name: "There is no such VM" })).toBeVisible();
  await expect(row).toHaveCount(1);
  await viewer.page.context().close();
  await deleteUser(page, viewer.name);
});
