import { openSerial, showViewers } from "./fixtures/console-viewers";
import { openScreen, test } from "./fixtures/graphical-test";
import { deleteUser, invite } from "./fixtures/invite";
import { expect } from "./fixtures/test";

// A guest boots first, on a machine that may be busy.
test.describe.configure({ timeout: 300_000 });

test("two at one console: the keyboard is taken and given back, and one is thrown out", async ({
  page,
  browser,
  server,
  vms,
  virsh,
  complaints,
}) => {
  const vm = await vms.define();
  await virsh.run("start", vm.name);
  const other = await invite({ page, browser, url: server.url, complaints }, "Operator");
  const mine = await openSerial(page, vm.uuid);
  const theirs = await openSerial(other.page, vm.uuid);
  const viewers = await showViewers(page, "2 viewers");
  await expect(viewers.getByRole("listitem")).toHaveCount(2);
  const row = viewers.getByRole("listitem").filter({ hasText: other.name });
  await expect(row).toContainText("has not typed");
  await expect(row).toContainText("from 127.0.0.1");
  await theirs.type("echo $((6*7))");
  await expect(mine.line("42")).toBeVisible();
  await expect(row).toContainText(/typed (just now|\d+ s ago)/);

  await viewers.getByRole("button", { name: "Take the keyboard" }).click();
  await expect(page.getByText("You have the keyboard: nobody else can type.")).toBeVisible();
  await expect(other.page.getByText("administrator has the keyboard.")).toBeVisible();
  await theirs.type("echo $((6*8))");
  await mine.type("echo $((7*7))");
  await expect(theirs.line("49")).toBeVisible();
  await expect(mine.line("48")).toHaveCount(0);
  await page.getByRole("button", { name: "Give it back" }).click();
  await expect(other.page.getByText("has the keyboard")).toHaveCount(0);
  await theirs.type("echo $((8*8))");
  await expect(mine.line("64")).toBeVisible();

  await row.getByRole("button", { name: `Disconnect ${other.name}` }).click();
  await expect(other.page.getByText("You were disconnected by administrator.")).toBeVisible();
  await expect(viewers.getByRole("listitem")).toHaveCount(1);
  // Nobody comes back by themselves; by a click they may.
  await other.page.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(viewers.getByRole("listitem")).toHaveCount(2);
  await other.page.context().close();
  await deleteUser(page, other.name);
});

test("a key that is held down when the keyboard is taken is let go in the guest", async ({
  context,
  page,
  screenGuest: guest,
}) => {
  const first = await openScreen(page, guest);
  const other = await context.newPage();
  const second = await openScreen(other, guest);
  const viewers = await showViewers(page, "2 viewers");
  await second.screen.focus();
  await other.keyboard.down("Shift");
  await other.keyboard.press("a");
  await expect.poll(() => guest.typed()).toBe("A");
  await viewers.getByRole("button", { name: "Take the keyboard" }).click();
  await expect(other.getByText("administrator has the keyboard.")).toBeVisible();
  await expect(second.button("Ctrl+Alt+Del")).toHaveAttribute("aria-disabled", "true");
  await other.keyboard.up("Shift");
  await second.type("no");
  await first.type("bc");
  await expect.poll(() => guest.typed()).toBe("Abc");
  // Who leaves gives the keyboard back.
  await page.goto("/vms");
  await expect(other.getByText("has the keyboard")).toHaveCount(0);
  await second.type("d");
  await expect.poll(() => guest.typed()).toBe("Abcd");
});
