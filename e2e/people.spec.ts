import type { Page } from "@playwright/test";
import { otherBrowser } from "./fixtures/other-browser";
import { expect, test } from "./fixtures/test";

const password = "four words that fit";

test("an invited operator chooses a password, loses buttons with the role, and is out when disabled", async ({
  page,
  browser,
  server,
  vms,
  virsh,
  complaints,
}) => {
  const vm = await vms.define();
  await page.goto("/people");
  await page.getByRole("button", { name: "Invite…" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("User name").fill("mira");
  await dialog.getByLabel("Role").selectOption("Operator");
  await dialog.getByRole("button", { name: "Invite" }).click();
  const link = await page.getByLabel("One-time link").inputValue();
  expect(link).toMatch(new RegExp(`^${server.url}/join#token=[\\w-]{43}$`));
  await page.getByRole("button", { name: "Done" }).click();
  const row = page.getByRole("row", { name: /mira/ });
  await expect(row).toContainText("Invited");
  await expect(row).toContainText("link expires in 6 days");

  const theirs = await otherBrowser(browser, server.url, complaints);
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "Welcome, mira" })).toBeVisible();
  await theirs.getByLabel("Password", { exact: true }).fill("password1234");
  await theirs.getByRole("button", { name: "Set the password" }).click();
  await expect(theirs.getByRole("alert").filter({ hasText: "anybody would try" })).toBeVisible();
  await theirs.getByLabel("Password", { exact: true }).fill(password);
  await theirs.getByRole("button", { name: "Set the password" }).click();
  await expect(theirs.getByRole("button", { name: "Account and settings: mira" })).toBeVisible();
  await expect(row).toContainText("Active");
  await expect(row).toContainText("1 session");

  await theirs.goto(`/vms/local/${vm.uuid}`);
  const start = theirs.getByRole("button", { name: "Start", exact: true });
  await expect(start).toBeEnabled();
  await expect(theirs.getByRole("link", { name: "People" })).toHaveCount(0);
  await start.click();
  await expect.poll(() => virsh.run("domstate", vm.name)).toContain("running");

  await choose(page, "mira", "Change role…");
  await page.getByRole("dialog").getByLabel("Role").selectOption("Viewer");
  await page.getByRole("dialog").getByRole("button", { name: "Change" }).click();
  await expect(row).toContainText("Viewer");
  await expect(theirs.getByRole("button", { name: /Shut down/ }).first()).toHaveAttribute(
    "aria-disabled",
    "true",
  );

  await choose(page, "mira", "Disable…");
  await page.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
  await expect(theirs).toHaveURL(/\/sign-in/);
  await expect(row).toContainText("Disabled");
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await theirs.goto("/sign-in");
  await theirs.getByLabel("User name").fill("mira");
  await theirs.getByLabel("Password", { exact: true }).fill(password);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByRole("alert").filter({ hasText: "wrong" })).toBeVisible();
  await theirs.context().close();

  await choose(page, "mira", "Delete…");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(row).toHaveCount(0);
});

test("one's own account: a new password ends other sessions and keeps this one", async ({
  browser,
  fresh,
  complaints,
}) => {
  const mine = await otherBrowser(browser, fresh.server.url, complaints);
  await mine.goto(fresh.server.firstAdministratorLink ?? "");
  await mine.getByLabel("User name").fill("ada");
  await mine.getByLabel("Password", { exact: true }).fill(password);
  await mine.getByRole("button", { name: "Create the administrator" }).click();
  await mine.getByRole("link", { name: "People" }).click();
  await expect(mine.getByText("Nobody else can sign in yet")).toBeVisible();
  await mine.getByRole("button", { name: "Account and settings: ada" }).click();
  await mine.getByRole("menuitem", { name: "My account" }).click();
  await expect(mine.getByRole("heading", { name: "My account" })).toBeVisible();

  const other = await otherBrowser(browser, fresh.server.url, complaints);
  await other.goto("/sign-in");
  await other.getByLabel("User name").fill("ada");
  await other.getByLabel("Password", { exact: true }).fill(password);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByRole("button", { name: "Account and settings: ada" })).toBeVisible();

  await mine.reload();
  await expect(mine.getByText("This browser", { exact: true })).toBeVisible();
  await expect(mine.getByRole("button", { name: /^Sign out: Chrome on Linux/ })).toHaveCount(1);
  await mine.getByLabel("Current password").fill(password);
  await mine.getByLabel("New password").fill(`${password} better`);
  await mine.getByRole("button", { name: "Change password" }).click();
  await expect(mine.getByText("Your other sessions have ended.")).toBeVisible();
  await expect(other).toHaveURL(/\/sign-in/);
  await mine.reload();
  await expect(mine.getByText("This browser", { exact: true })).toBeVisible();
  await expect(mine.getByRole("button", { name: /^Sign out: / })).toHaveCount(0);
  await mine.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(mine).toHaveURL(/\/sign-in/);
  await mine.context().close();
  await other.context().close();
});

async function choose(page: Page, name: string, act: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: act }).click();
}
