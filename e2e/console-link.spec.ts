import { violations } from "./fixtures/accessibility";
import { makeLink, revokeLink } from "./fixtures/console-link";
import { ConsoleTab } from "./fixtures/console-tab";
import { openSerial, showViewers } from "./fixtures/console-viewers";
import { openScreen, test } from "./fixtures/graphical-test";
import { otherBrowser } from "./fixtures/other-browser";
import { coloursOf, ScreenTab } from "./fixtures/screen-tab";
import { expect } from "./fixtures/test";
import { guestReadyLine } from "./guest/guest";

// A guest boots first, on a machine that may be busy.
test.describe.configure({ timeout: 300_000 });

test("a guest without an account watches a serial console by a link, until it is revoked", async ({
  page,
  browser,
  server,
  vms,
  virsh,
  complaints,
}) => {
  const vm = await vms.define();
  await virsh.run("start", vm.name);
  const mine = await openSerial(page, vm.uuid);
  const link = await makeLink(page, { label: "Lena", mayType: false });

  const guest = await otherBrowser(browser, server.url, complaints);
  const asked: string[] = [];
  guest.on("request", (request) => asked.push(request.url()));
  guest.on("websocket", (socket) => asked.push(socket.url()));
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: vm.name })).toBeVisible();
  await expect(guest.getByText(/by a link that works until/)).toBeVisible();
  const theirs = new ConsoleTab(guest);
  await expect(theirs.screen).toContainText(guestReadyLine);
  await expect(guest.getByText("Read only: your link is for watching.")).toBeVisible();
  await expect(guest.getByRole("button", { name: "Read only" })).toBeDisabled();
  await expect(guest.getByRole("button", { name: /Share this console|viewers?$/ })).toHaveCount(0);
  await theirs.type("echo $((6*7))");
  await mine.type("echo $((7*7))");
  await expect(theirs.line("49")).toBeVisible();
  await expect(theirs.line("42")).toHaveCount(0);
  expect(await violations(guest)).toEqual([]);

  const viewers = await showViewers(page, "2 viewers");
  const row = viewers.getByRole("listitem").filter({ hasText: "Guest (Lena)" });
  await expect(row).toContainText("By a link");
  await expect(row).toContainText("Read only");
  await row.getByRole("button", { name: "Disconnect Guest (Lena)" }).click();
  await expect(guest.getByText("You were disconnected by somebody who manages this host.")).toBeVisible();
  await expect(page.getByText("Their link still works until it is revoked.")).toBeVisible();
  await guest.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(row).toHaveCount(1);

  await page.getByRole("button", { name: "Share this console…" }).click();
  const dialog = page.getByRole("dialog", { name: "Share this console" });
  const listed = dialog.getByRole("listitem").filter({ hasText: "Lena" });
  await expect(listed).toContainText("1 viewer there now");
  await expect(listed).toContainText(/last used .* from 127\.0\.0\.1/);
  expect(await violations(page, "[role=dialog]")).toEqual([]);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await revokeLink(page, "Lena");
  await expect(guest.getByRole("heading", { name: "This link has ended" })).toBeVisible();
  await expect(guest.getByText("This link was revoked.")).toBeVisible();
  await expect(row).toHaveCount(0);
  expect(await violations(guest)).toEqual([]);

  // The token stands behind the "#" alone, and nothing was asked for but the page and its console.
  const token = new URL(link).hash.slice("#token=".length);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(asked.filter((address) => address.replace(/#.*/, "").includes(token))).toEqual([]);
  const paths = new Set(asked.map((address) => new URL(address).pathname));
  expect([...paths].filter((path) => /^\/(api|ws)\//.test(path)).sort()).toEqual([
    "/api/trpc/guest.link",
    "/api/trpc/guest.openConsole",
    "/ws/guest-console",
  ]);
  await guest.goto(`${server.url}/console-link#token=${"A".repeat(43)}`);
  await expect(guest.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await guest.goto("about:blank");
  await guest.goto(`${server.url}/console-link`);
  await expect(guest.getByRole("heading", { name: "This link is not whole" })).toBeVisible();
  await guest.context().close();

  await page.goto("/audit");
  await page.getByRole("searchbox", { name: /^Search by who/ }).fill(vm.name);
  const entry = (text: string) => page.getByRole("row").filter({ hasText: text });
  await expect(
    entry(`Made a link to watch ${vm.name}’s serial console for 60 minutes, for Lena`),
  ).toHaveCount(1);
  await expect(entry("Serial console opened by a link of administrator, to watch only")).toHaveCount(2);
  await expect(entry("Revoked a link of administrator to the serial console, for Lena")).toHaveCount(1);
});

test("a guest whose link may type uses a screen, and the keyboard can be taken from them", async ({
  page,
  browser,
  server,
  complaints,
  screenGuest,
}) => {
  await openScreen(page, screenGuest);
  const link = await makeLink(page, { label: "Omar", mayType: true });
  const guest = await otherBrowser(browser, server.url, complaints);
  await guest.goto(link);
  const theirs = new ScreenTab(guest);
  await expect.poll(async () => coloursOf(await theirs.picture()), { timeout: 60_000 }).toBeGreaterThan(1);
  await theirs.type("yes");
  await expect.poll(() => screenGuest.typed()).toBe("yes");

  const viewers = await showViewers(page, "2 viewers");
  await viewers.getByRole("button", { name: "Take the keyboard" }).click();
  await expect(guest.getByText("Another viewer has the keyboard.")).toBeVisible();
  await theirs.type("no");
  await page.getByRole("button", { name: "Give it back" }).click();
  await expect(guest.getByText("has the keyboard")).toHaveCount(0);
  await theirs.type("also");
  await expect.poll(() => screenGuest.typed()).toBe("yesalso");
  await revokeLink(page, "Omar");
  await expect(guest.getByRole("heading", { name: "This link has ended" })).toBeVisible();
  await guest.context().close();
});
