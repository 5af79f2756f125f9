import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { violations } from "./fixtures/accessibility";
import { invite } from "./fixtures/invite";
import { makeBookable, nameCard, openNamed } from "./fixtures/name-card";
import { expect, test } from "./fixtures/test";

test("a named device is booked, extended and handed over, and who finds it taken waits", async ({
  page,
  browser,
  server,
  complaints,
}) => {
  const name = `Any GTX ${randomBytes(3).toString("hex")}`;
  const by = { page, browser, url: server.url, complaints };
  const operator = await invite(by, "Operator");
  const viewer = await invite(by, "Viewer");

  await nameCard(page, name, /GTX 970/);
  const dialog = page.getByRole("dialog");
  await expect(page.getByRole("region", { name: `Bookings of ${name}` })).toHaveCount(0);
  await makeBookable(page, name);

  const section = page.getByRole("region", { name: `Bookings of ${name}` });
  await expect(section).toContainText("1 card at once, 8 hours at the longest, 14 days ahead.");
  await section.getByRole("button", { name: `Book ${name}…` }).click();
  await dialog.getByLabel("Hours").fill("2");
  await dialog.getByRole("button", { name: "Book", exact: true }).click();
  const bookings = section.getByRole("list", { name: `Bookings of ${name} to come` });
  await expect(bookings.getByRole("listitem")).toHaveText(/Yours, now/);
  await expect(section.getByRole("img")).toBeVisible();
  await bookings.getByRole("button", { name: /^Extend/ }).click();
  await dialog.getByLabel("Hours more").fill("7");
  await dialog.getByRole("button", { name: "Extend" }).click();
  await expect(dialog).toContainText("8 hours at the longest");
  expect(complaints.splice(0)).toEqual([expect.stringContaining("status of 400")]);
  await dialog.getByLabel("Hours more").fill("1");
  await dialog.getByRole("button", { name: "Extend" }).click();
  await expect(dialog).toBeHidden();

  // Others find it taken: an operator by whom, a viewer not, who may not book either.
  await openNamed(viewer.page);
  const theirs = viewer.page.getByRole("list", { name: `Bookings of ${name} to come` });
  await expect(theirs.getByRole("listitem")).toHaveText(/Taken, now/);
  await expect(viewer.page.getByRole("button", { name: `Book ${name}…` })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  const ops = operator.page;
  await openNamed(ops);
  await ops.getByRole("button", { name: `Book ${name}…` }).click();
  await ops.getByRole("dialog").getByRole("button", { name: "Book", exact: true }).click();
  await expect(ops.getByRole("dialog")).toContainText("no card left");
  await ops.keyboard.press("Escape");
  await ops.getByRole("button", { name: `Wait for ${name}…` }).click();
  await ops.getByRole("dialog").getByLabel("Hours").fill("3");
  await ops.getByRole("dialog").getByRole("button", { name: "Wait" }).click();
  const queue = (of: Page) => of.getByRole("list", { name: `Queue for ${name}` });
  await expect(queue(ops)).toContainText("1. You, 3 hours");
  await expect(queue(page)).toContainText(`1. ${operator.name}, 3 hours`);
  await expect(queue(viewer.page)).toContainText("1. Somebody, 3 hours");

  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 375, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  for (const width of [375, 1440])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await section.scrollIntoViewIfNeeded();
      await page.screenshot({ path: `test-results/bookings/${colorScheme}-${width}.png`, fullPage: true });
    }

  // What is cancelled is the next one's.
  await bookings.getByRole("button", { name: /^Cancel/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel the booking" }).click();
  const given = ops.getByRole("list", { name: `Bookings of ${name} to come` });
  await expect(given.getByRole("listitem")).toHaveText(/Yours, now/);
  await expect(queue(ops)).toHaveCount(0);
  await given.getByRole("button", { name: /^Hand over/ }).click();
  await ops.getByRole("dialog").getByLabel("User name").fill(viewer.name);
  await ops.getByRole("dialog").getByRole("button", { name: "Hand over" }).click();
  await expect(given.getByRole("listitem")).toHaveText(new RegExp(`${viewer.name}, now`));
  await expect(theirs.getByRole("listitem")).toHaveText(/Yours, now/);

  await page.getByRole("button", { name: `Delete ${name}…` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(name)).toHaveCount(0);
});

test("the rules move VMs to another named device at a booking's end", async ({ page }) => {
  const id = randomBytes(3).toString("hex");
  const [name, fallback] = [`Any GTX ${id}`, `Spare ${id}`];
  await nameCard(page, fallback, /GTX 970/);
  await nameCard(page, name, /GTX 970/);
  await makeBookable(page, name);
  await page.getByRole("button", { name: `Bookings of ${name}…` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("When a booking ends").selectOption("move");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("Choose the named device that VMs are moved to.");
  await dialog.getByLabel("Move to").selectOption(fallback);
  expect(await violations(page)).toEqual([]);
  for (const width of [375, 1440])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `test-results/bookings/move-${colorScheme}-${width}.png` });
    }
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  const section = page.getByRole("region", { name: `Bookings of ${name}` });
  await expect(section).toContainText(`and started again with a card of “${fallback}”.`);
  await page.getByRole("button", { name: `Bookings of ${name}…` }).click();
  await expect(dialog.getByLabel("Move to")).toHaveValue(fallback);
  await page.keyboard.press("Escape");
  for (const one of [name, fallback]) {
    await page.getByRole("button", { name: `Delete ${one}…` }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await expect(page.getByRole("alertdialog")).toHaveCount(0);
  }
});
