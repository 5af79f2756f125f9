import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import BetterSqlite from "better-sqlite3";
import { violations } from "./fixtures/accessibility";
import { deleteUser, invite } from "./fixtures/invite";
import { makeBookable, nameCard, openNamed } from "./fixtures/name-card";
import type { PassdeckServer } from "./fixtures/passdeck-server";
import { test } from "./fixtures/test";

test("a named device is shared with three people, each of whom does theirs and no more", async ({
  page,
  browser,
  server,
  complaints,
}) => {
  const id = randomBytes(3).toString("hex");
  const [name, other] = [`Any GPU ${id}`, `Not theirs ${id}`];
  const by = { page, browser, url: server.url, complaints };
  const viewer = await invite(by, "Member");
  const operator = await invite(by, "Member");
  const owner = await invite(by, "Member");
  await nameCard(page, other, /GTX 970/);
  await nameCard(page, name, /GTX 970/);
  await makeBookable(page, name);
  await expect(links(viewer.page)).toHaveText(["Overview", "VMs"]);
  await viewer.page.goto("/devices");
  await expect(
    viewer.page.getByRole("heading", { name: "No named device is shared with you yet" }),
  ).toBeVisible();

  // Their pages are open, and lead there by themselves.
  await shareDevice(page, name, viewer.name, "Viewer");
  await shareDevice(page, name, operator.name, "Operator");
  await shareDevice(page, name, owner.name, "Owner");
  for (const { page: theirs } of [viewer, operator, owner]) {
    await expect(links(theirs)).toHaveText(["Overview", "VMs", "Devices"]);
    await theirs.goto("/devices");
    await expect(section(theirs, name)).toBeVisible();
    await expect(theirs.getByText(other)).toHaveCount(0);
    expect(await violations(theirs)).toEqual([]);
  }

  // The operator books and extends; the viewer sees who, and until when.
  const ops = operator.page;
  await ops.getByRole("button", { name: `Book ${name}…` }).click();
  await ops.getByRole("dialog").getByLabel("Hours").fill("2");
  await ops.getByRole("dialog").getByRole("button", { name: "Book", exact: true }).click();
  await expect(bookings(ops, name)).toHaveText(/Yours, now/);
  await ops.getByRole("button", { name: /^Extend/ }).click();
  await ops.getByRole("dialog").getByRole("button", { name: "Extend" }).click();
  await expect(ops.getByRole("dialog")).toHaveCount(0);
  await expect(ops.getByRole("button", { name: `Bookings of ${name}…` })).toHaveCount(0);
  await expect(ops.getByRole("button", { name: `Access to ${name}…` })).toHaveCount(0);
  const theirs = viewer.page;
  await expect(bookings(theirs, name)).toHaveText(new RegExp(`${operator.name}, now`));
  await expect(bookings(theirs, name).getByRole("button")).toHaveCount(0);
  for (const act of [`Book ${name}…`, `Wait for ${name}…`])
    await expect(theirs.getByRole("button", { name: act })).toHaveAttribute("aria-disabled", "true");
  expect(onRecord(server, name)).toEqual({
    booked: [operator.name],
    shares: { [viewer.name]: "viewer", [operator.name]: "operator", [owner.name]: "owner" },
  });

  // The owner says how it is booked, waits, ends the operator's booking, and shares it further.
  const own = owner.page;
  await own.getByRole("button", { name: `Bookings of ${name}…` }).click();
  await own.getByRole("dialog").getByLabel("Longest booking (hours)").fill("5");
  await own.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(section(theirs, name)).toContainText("5 hours at the longest");
  for (const width of [375, 1440])
    for (const colorScheme of ["light", "dark"] as const) {
      await own.setViewportSize({ width, height: 900 });
      await own.emulateMedia({ colorScheme });
      await own.screenshot({ path: `test-results/devices/${colorScheme}-${width}.png`, fullPage: true });
    }
  await own.getByRole("button", { name: `Access to ${name}…` }).click();
  await own.getByRole("button", { name: "Share…" }).click();
  await own.getByRole("dialog").getByLabel("User name").fill(viewer.name);
  await own.getByRole("dialog").getByLabel("Access").selectOption("Operator");
  await own.getByRole("dialog").getByRole("button", { name: "Share" }).click();
  const access = own.getByRole("dialog");
  await expect(access.getByLabel(`Access of ${viewer.name}`, { exact: true })).toHaveValue("operator");
  expect(await violations(own)).toEqual([]);
  for (const width of [375, 1440])
    for (const colorScheme of ["light", "dark"] as const) {
      await own.setViewportSize({ width, height: 900 });
      await own.emulateMedia({ colorScheme });
      await own.screenshot({ path: `test-results/devices/access-${colorScheme}-${width}.png` });
    }
  await access.getByRole("button", { name: "Close" }).first().click();
  await own.getByRole("button", { name: /^Cancel/ }).click();
  await own.getByRole("alertdialog").getByRole("button", { name: "Cancel the booking" }).click();
  await expect(section(ops, name)).toContainText("Nobody has booked it.");
  expect(onRecord(server, name)).toMatchObject({ booked: [], shares: { [viewer.name]: "operator" } });
  await expect(theirs.getByRole("button", { name: `Book ${name}…` })).not.toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await theirs.setViewportSize({ width: 375, height: 700 });
  expect(await theirs.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);

  // On People it is among what each reaches, and is taken away there: at once, from the page that is open.
  await page.goto("/people");
  await page.getByRole("button", { name: `Actions for ${operator.name}` }).click();
  await page.getByRole("menuitem", { name: "Access…" }).click();
  const reached = page.getByRole("dialog");
  await expect(reached.getByRole("listitem")).toContainText(`${name} (named device)`);
  await reached.getByRole("button", { name: `Remove access to ${name}` }).click();
  await expect(reached).toContainText("Nothing is shared with them.");
  await page.keyboard.press("Escape");
  await expect(section(ops, name)).toHaveCount(0);
  await expect(links(ops)).toHaveText(["Overview", "VMs"]);

  await openNamed(page);
  for (const one of [name, other]) {
    await page.getByRole("button", { name: `Delete ${one}…` }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await expect(page.getByRole("alertdialog")).toHaveCount(0);
  }
  await expect(section(theirs, name)).toHaveCount(0);
  expect(onRecord(server, name).shares).toEqual({});
  for (const person of [viewer, operator, owner]) {
    await person.page.context().close();
    await deleteUser(page, person.name);
  }
});

function links(page: Page) {
  return page.getByRole("navigation", { name: "Main" }).getByRole("link");
}

function section(page: Page, name: string) {
  return page.getByRole("region", { name: `Bookings of ${name}` });
}

function bookings(page: Page, name: string) {
  return page.getByRole("list", { name: `Bookings of ${name} to come` }).getByRole("listitem");
}

/** Shares a named device that is shown on an administrator's page. */
async function shareDevice(page: Page, name: string, person: string, level: string): Promise<void> {
  await page.getByRole("button", { name: `Access to ${name}…` }).click();
  await page.getByRole("button", { name: "Share…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("User or group").selectOption(person);
  await dialog.getByLabel("Access").selectOption(level);
  await dialog.getByRole("button", { name: "Share" }).click();
  await expect(dialog.getByLabel(`Access of ${person}`, { exact: true })).toHaveValue(level.toLowerCase());
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
}

/** What stands in the database of a named device: its bookings that are to come, and who has which share. */
function onRecord({ dataFolder }: PassdeckServer, name: string) {
  const database = new BetterSqlite(join(dataFolder, "passdeck.db"), { readonly: true });
  const booked = database
    .prepare(
      "select users.name from bookings join users on users.id = user_id where bookings.name = ? and ends_at > ?",
    )
    .pluck()
    .all(name, Date.now());
  const shares = database
    .prepare(
      "select users.name, user_shares.level from user_shares join users on users.id = user_id where kind = 'named' and object_id = ?",
    )
    .raw()
    .all(name);
  database.close();
  return { booked, shares: Object.fromEntries(shares as [string, string][]) };
}
