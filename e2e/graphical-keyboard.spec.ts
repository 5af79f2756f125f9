import { openScreen, test } from "./fixtures/graphical-test";
import { expect } from "./fixtures/test";

// A guest boots first, on a machine that may be busy.
test.describe.configure({ timeout: 300_000 });

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
  await tab.button(/^View$/).click();
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
