import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ConsoleTab } from "./fixtures/console-tab";
import { type ScreenGuest, ScreenGuests } from "./fixtures/screen-guests";
import { coloursOf, likeness, ScreenTab } from "./fixtures/screen-tab";
import { test as base, expect } from "./fixtures/test";
import { VirshEvents } from "./fixtures/virsh-events";

const test = base.extend<{ guests: ScreenGuests; screenGuest: ScreenGuest }>({
  guests: async ({ virsh }, use) => {
    const guests = new ScreenGuests(virsh);
    await use(guests);
    await guests.removeAll();
  },
  /** It takes keys. */
  screenGuest: async ({ guests, virsh }, use) => {
    const guest = await guests.define();
    await virsh.run("start", guest.name);
    await guest.untilStarted();
    await use(guest);
  },
});

async function openScreen(page: Page, guest: ScreenGuest): Promise<ScreenTab> {
  await page.goto(`/vms/local/${guest.uuid}?tab=console`);
  const tab = new ScreenTab(page);
  await expect.poll(async () => coloursOf(await tab.picture())).toBeGreaterThan(1);
  return tab;
}

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

test("two see the same screen, and one who only reads cannot type", async ({
  context,
  page,
  screenGuest: guest,
}) => {
  const first = await openScreen(page, guest);
  const other = await context.newPage();
  const second = await openScreen(other, guest);
  await expect(page.getByText("2 viewers")).toBeVisible();

  await second.button("Read only").click();
  await expect(second.button("Read only")).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("2 viewers")).toBeVisible();
  await expect(second.button("Ctrl+Alt+Del")).toHaveAttribute("aria-disabled", "true");
  await second.type("no");
  await first.type("yes");
  await expect.poll(() => guest.typed()).toBe("yes");
  await expect
    .poll(async () => likeness(await first.picture(), await second.picture()))
    .toBeGreaterThan(0.999);
});

test("the server itself drops what a viewer who only reads sends", async ({ page, screenGuest: guest }) => {
  const tab = await openScreen(page, guest);
  await page.evaluate(typeAgainstTheRules, {
    hostId: "local",
    vmId: guest.uuid,
    kind: "graphical",
    readOnly: true,
  });
  await tab.type("after");
  await expect.poll(() => guest.typed()).toBe("after");
});

test("the keyboard leaves the screen, Tab stays, and no key stays pressed", async ({
  page,
  screenGuest: guest,
}) => {
  const tab = await openScreen(page, guest);
  await tab.type("a");
  await page.keyboard.press("Tab");
  await expect(tab.screen).toBeFocused();
  await page.keyboard.press("Control+Shift+Enter");
  await expect(tab.button("Ctrl+Alt+Del")).toBeFocused();
  await tab.type("b");
  await expect.poll(() => guest.typed()).toBe("a\tb");
});

test("what a key types here is typed there, whatever the layouts are", async ({
  page,
  screenGuest: guest,
}) => {
  const tab = await openScreen(page, guest);
  await tab.button("View").click();
  await page.getByRole("menuitemradio", { name: "English (US)" }).click();
  // A German keyboard's Z, and its slash on Shift+7.
  await tab.screen.evaluate((canvas) => {
    const press = (type: string, key: string, code: string) =>
      canvas.dispatchEvent(new KeyboardEvent(type, { key, code, bubbles: true, cancelable: true }));
    const keys: [string, string][] = [
      ["z", "KeyY"],
      ["y", "KeyZ"],
    ];
    for (const [key, code] of keys) {
      press("keydown", key, code);
      press("keyup", key, code);
    }
    press("keydown", "Shift", "ShiftLeft");
    press("keydown", "/", "Digit7");
    press("keyup", "/", "Digit7");
    press("keyup", "Shift", "ShiftLeft");
  });
  await expect.poll(() => guest.typed()).toBe("zy/");
});

test("a text is typed key by key from the clipboard's panel", async ({ page, screenGuest: guest }) => {
  const tab = await openScreen(page, guest);
  await tab.button("Clipboard").click();
  await page.getByLabel("Text for the guest, and what the guest copied").fill('ssh "me@host" | {~} #1');
  await page.getByRole("button", { name: "Type it key by key" }).click();
  await expect.poll(() => guest.typed()).toBe('ssh "me@host" | {~} #1');
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
  await expect(page.getByRole("textbox", { name: "Serial console" })).toBeVisible();
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

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("axe finds nothing, and all fits 375 pixels", async ({ page, screenGuest: guest }) => {
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const violations = async () => (await new AxeBuilder({ page }).withTags(tags).analyze()).violations;
      const tab = await openScreen(page, guest);
      await tab.button("Clipboard").click();
      expect(await violations(), "on the VM's page").toEqual([]);
      await page.setViewportSize({ width: 375, height: 700 });
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(375);
      await expect(tab.screen).toBeInViewport();
      await page.goto(`/console/local/${guest.uuid}?console=graphical`);
      await expect.poll(async () => coloursOf(await tab.picture())).toBeGreaterThan(1);
      expect(await violations(), "in its own window").toEqual([]);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(375);
    });
  });
}

/** Runs in the page: a client of its own that holds the handshake, presses X, and waits until that was worked off. */
async function typeAgainstTheRules(request: object): Promise<void> {
  const answer = await fetch("/api/trpc/console.open", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  const { ticket } = (await answer.json()).result.data;
  const socket = new WebSocket(`${location.origin.replace("http", "ws")}/ws/graphical`);
  socket.binaryType = "arraybuffer";
  let bytes = new Uint8Array();
  const waiting: (() => void)[] = [];
  const more = () => new Promise<void>((resolve) => waiting.push(resolve));
  socket.onmessage = ({ data }) => {
    if (typeof data === "string") return;
    bytes = new Uint8Array([...bytes, ...new Uint8Array(data)]);
    for (const wake of waiting.splice(0)) wake();
  };
  const take = async (length: number) => {
    while (bytes.length < length) await more();
    const taken = bytes.slice(0, length);
    bytes = bytes.slice(length);
    return taken;
  };
  socket.onopen = () => socket.send(JSON.stringify({ type: "open", ticket, resume: null }));
  const send = (...values: number[]) => socket.send(new Uint8Array(values));
  send(...(await take(12)));
  await take(2);
  send(1);
  await take(4);
  send(0);
  await take(24);
  // X goes down and up.
  send(4, 1, 0, 0, 0, 0, 0, 0x78, 4, 0, 0, 0, 0, 0, 0, 0x78);
  // One pixel, asked for after it, was drawn after it.
  bytes = new Uint8Array();
  send(3, 0, 0, 0, 0, 0, 0, 1, 0, 1);
  await take(16);
  socket.close();
}
