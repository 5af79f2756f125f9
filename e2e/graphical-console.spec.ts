import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { violations } from "./fixtures/accessibility";
import { ConsoleTab } from "./fixtures/console-tab";
import { openScreen, test } from "./fixtures/graphical-test";
import { coloursOf, likeness, ScreenTab } from "./fixtures/screen-tab";
import { expect } from "./fixtures/test";
import { VirshEvents } from "./fixtures/virsh-events";

// A guest boots first, on a machine that may be busy.
test.describe.configure({ timeout: 300_000 });

test("the screen shows what the guest draws, and the guest gets what is typed", async ({
  page,
  screenGuest: guest,
  virsh,
}) => {
  const tab = await openScreen(page, guest);
  const file = join(tmpdir(), `${guest.name}.png`);
  await expect(async () => {
    await virsh.run("screenshot", guest.name, file);
    const witness = await tab.readPng(await readFile(file));
    const picture = await tab.picture();
    expect([picture.width, picture.height]).toEqual([witness.width, witness.height]);
    // The cursor blinks.
    expect(likeness(picture, witness)).toBeGreaterThan(0.999);
  }).toPass();
  await rm(file);

  const before = await tab.picture();
  await tab.type("hello, guest");
  await expect.poll(() => guest.typed()).toBe("hello, guest");
  await expect.poll(async () => likeness(await tab.picture(), before)).toBeLessThan(0.9995);
});

test("Ctrl+Alt+Del restarts the guest, by the button and by the menu", async ({
  page,
  screenGuest: guest,
  libvirtd,
  virsh,
}) => {
  const events = VirshEvents.listen(libvirtd.uri, guest.name);
  await virsh.run("suspend", guest.name);
  await virsh.run("resume", guest.name);
  await events.until("lifecycle");

  const tab = await openScreen(page, guest);
  await tab.button("Ctrl+Alt+Del").click();
  await events.until("reboot");
  await guest.untilStarted(2);
  await tab.button("Send keys").click();
  await page.getByRole("menuitem", { name: "Ctrl+Alt+Delete" }).click();
  await guest.untilStarted(3);
  await events.stop();
});

test("a screenshot is a PNG of the guest's screen", async ({ page, screenGuest: guest }) => {
  const tab = await openScreen(page, guest);
  const { width, height } = await tab.picture();
  const downloading = page.waitForEvent("download");
  await tab.button("Save a screenshot").click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(new RegExp(`^${guest.name} .*\\.png$`));
  const file = await readFile(await download.path());
  expect(file.subarray(1, 4).toString()).toBe("PNG");
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([width, height]);
});

test("both consoles stay alive while one is looked at", async ({ page, screenGuest: guest }) => {
  const tab = await openScreen(page, guest);
  await page.getByRole("tab", { name: "Serial" }).click();
  const serial = new ConsoleTab(page);
  await expect(page.getByRole("textbox", { name: "Serial console" })).toBeVisible({ timeout: 90_000 });
  await page.getByRole("tab", { name: "Graphical" }).click();
  await tab.type("seen on both");
  await expect.poll(() => guest.typed()).toBe("seen on both");
  await page.getByRole("tab", { name: "Serial" }).click();
  await expect(serial.screen).toContainText("seen on both");
});

test("its own window has the screen and no shell", async ({ page, screenGuest: guest }) => {
  const tab = await openScreen(page, guest);
  const opening = page.waitForEvent("popup");
  await tab.button("Open in its own window").click();
  const popup = await opening;
  const own = new ScreenTab(popup);
  await expect.poll(async () => coloursOf(await own.picture())).toBeGreaterThan(1);
  await expect(popup.getByRole("heading", { name: guest.name, level: 1 })).toBeVisible();
  await expect(popup.getByRole("navigation")).toHaveCount(0);
  await own.type("there");
  await expect.poll(() => guest.typed()).toBe("there");
});

test("the screen says when the VM is off, and comes back by itself", async ({
  page,
  screenGuest: guest,
  virsh,
}) => {
  const tab = await openScreen(page, guest);
  await virsh.run("destroy", guest.name);
  const notice = page.getByRole("status").filter({ hasText: `${guest.name} is off.` });
  await notice.getByRole("button", { name: "Start" }).click();
  await guest.untilStarted(2);
  await expect(notice).toBeHidden();
  expect(await virsh.state(guest.name)).toBe("running");
  await tab.type("again");
  await expect.poll(() => guest.typed()).toBe("again");
});

test("a VM without a screen gets one that only its host can reach", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  await page.goto(`/vms/local/${vm.uuid}?tab=console&console=graphical`);
  await page.getByRole("button", { name: "Add a VNC screen" }).click();
  await expect(page.getByText(`${vm.name} is off.`)).toBeVisible();
  const xml = await virsh.run("dumpxml", vm.name, "--security-info");
  expect(xml).toMatch(/<graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1' passwd='[\w-]{8}'>/);
  await page.getByRole("tab", { name: "XML" }).click();
  const editor = page.getByRole("textbox", { name: `Definition of ${vm.name}` });
  await editor.click();
  // Only the lines in sight are drawn, and screens stand near the end.
  await page.keyboard.press("Control+End");
  await expect(editor.getByText("<graphics").first()).toBeVisible();
  await expect(page.getByText("passwd")).toHaveCount(0);
});

test("a VM that draws on its own GPU says so, and what to do", async ({ page, vms }) => {
  const [vga, audio] = ["0x0", "0x1"].map((part) => ({
    name: "hostdev",
    attributes: { mode: "subsystem", type: "pci", managed: "yes" },
    children: [
      {
        name: "source",
        children: [
          { name: "address", attributes: { domain: "0x0000", bus: "0x01", slot: "0x00", function: part } },
        ],
      },
    ],
  }));
  if (vga === undefined || audio === undefined) throw new Error("two functions were described");
  const vm = await vms.define({ devices: [vga, audio] });
  await page.goto(`/vms/local/${vm.uuid}?tab=console&console=graphical`);
  await expect(
    page.getByRole("heading", { name: `${vm.name} shows its picture on its own GPU` }),
  ).toBeVisible();
  await expect(page.getByText("GeForce GTX 970, 0000:01:00.0")).toBeVisible();
  await expect(page.getByText("0000:01:00.1")).toHaveCount(0);
  for (const way of ["monitor", "Looking Glass", "RDP", "Sunshine"]) {
    await expect(page.getByRole("listitem").filter({ hasText: way })).toBeVisible();
  }
  await expect(page.locator("canvas")).toHaveCount(0);
});

test("axe finds nothing, and all fits 375 pixels", async ({ page, screenGuest: guest }) => {
  const tab = await openScreen(page, guest);
  await tab.button("Clipboard").click();
  expect(await violations(page), "on the VM's page").toEqual([]);
  await page.setViewportSize({ width: 375, height: 700 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await expect(tab.screen).toBeInViewport();
  await page.goto(`/console/local/${guest.uuid}?console=graphical`);
  await expect.poll(async () => coloursOf(await tab.picture())).toBeGreaterThan(1);
  expect(await violations(page), "in its own window").toEqual([]);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});
