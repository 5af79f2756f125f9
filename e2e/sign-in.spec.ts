import { expect, test } from "./fixtures/test";

test.describe("without a session", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("every page leads to the sign-in and from there to where one wanted to go", async ({
    page,
    administrator,
  }) => {
    await page.goto("/passthrough");
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fpassthrough$/);
    await page.getByLabel("User name").fill(administrator.name);
    await page.getByLabel("Password", { exact: true }).fill(administrator.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/passthrough$/);
    await expect(page.getByRole("heading", { name: "Passthrough", level: 1 })).toBeVisible();
  });

  test("a wrong password is refused in words", async ({ page, administrator, complaints }) => {
    await page.goto("/sign-in");
    await page.getByLabel("User name").fill(administrator.name);
    await page.getByLabel("Password", { exact: true }).fill("not the right one");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "password" })).toBeVisible();
    await expect(page).toHaveURL(/\/sign-in/);
    // The browser notes the refusal; nothing else.
    expect(complaints.splice(0).join()).toMatch(/^Failed to load resource: .* 401 /);
  });

  test("the first administrator's page is gone once there is one", async ({ page, complaints }) => {
    const answer = await page.goto("/setup?token=anything");
    expect(answer?.status()).toBe(404);
    complaints.length = 0;
  });
});

test("signing out ends the session on every page", async ({ browser, fresh }) => {
  const context = await browser.newContext({
    baseURL: fresh.server.url,
    ignoreHTTPSErrors: true,
    storageState: { cookies: [], origins: [] },
  });
  const page = await context.newPage();
  await page.goto(fresh.server.firstAdministratorLink ?? "");
  await page.getByLabel("User name").fill("mira");
  await page.getByLabel("Password", { exact: true }).fill("a long enough password");
  await page.getByRole("button", { name: "Create the administrator" }).click();
  const account = page.getByRole("button", { name: "Account and settings: mira" });
  await expect(account).toBeVisible();
  const other = await context.newPage();
  await other.goto("/vms");
  await expect(other.getByRole("heading", { name: "VMs", exact: true })).toBeVisible();

  await account.click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(other).toHaveURL(/\/sign-in/);
  await context.close();
});
