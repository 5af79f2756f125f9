import type { Browser, BrowserContext, Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { type Administrator, makeAdministrator } from "./fixtures/administrator";
import { forgetConfirmations } from "./fixtures/confirmations";
import { PassdeckServer } from "./fixtures/passdeck-server";
import { expect, test } from "./fixtures/test";

/** What an authenticator app shows, some steps of 30 seconds from now. */
function codeOf(secret: string, steps = 0): string {
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  return app.generate({ timestamp: Date.now() + steps * 30_000 });
}

test("an authenticator app is set up, asked for at the sign-in, and a recovery code works once", async ({
  browser,
  fresh: { server },
  complaints,
}) => {
  const administrator = await makeAdministrator(server);
  const context = await contextOf(browser, server.url, administrator);
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto("/account");
  const card = page.getByRole("region", { name: "Two-factor authentication" });
  await card.getByRole("button", { name: "Set up…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill(administrator.password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByRole("img", { name: "QR code for an authenticator app" })).toBeVisible();
  const secret = ((await dialog.locator("code").textContent()) ?? "").replaceAll(" ", "");
  await dialog.getByLabel("Code that the app shows").fill("000000");
  await dialog.getByRole("button", { name: "Turn on" }).click();
  await expect(dialog.getByRole("alert")).toContainText("code is wrong");
  await dialog.getByLabel("Code that the app shows").fill(codeOf(secret));
  await dialog.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByRole("heading", { name: "Your recovery codes" })).toBeVisible();
  const codes = await page
    .getByRole("list", { name: "Recovery codes" })
    .getByRole("listitem")
    .allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(card).toContainText("10 of 10 left");

  await signOut(page, administrator);
  await password(page, administrator);
  // The code of the next step is as good, and was not used for the set-up.
  const code = codeOf(secret, 1);
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "My account" })).toBeVisible();

  await signOut(page, administrator);
  await password(page, administrator);
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "was used already" })).toBeVisible();
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(card).toContainText("9 of 10 left");

  await card.getByRole("button", { name: "Remove…" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByLabel("Your password").fill(administrator.password);
  await question.getByLabel("Code").fill(codes[0] ?? "");
  await question.getByRole("button", { name: "Remove" }).click();
  await expect(question.getByRole("alert")).toContainText("used already");
  await question.getByLabel("Code").fill(codes[1] ?? "");
  await question.getByRole("button", { name: "Remove" }).click();
  await expect(card.getByText("Off")).toBeVisible();
  await signOut(page, administrator);
  await password(page, administrator);
  await expect(page.getByRole("heading", { name: "My account" })).toBeVisible();
  await context.close();
});

test("a passkey signs in alone and as the second step, and confirms a dangerous act, which is done then", async ({
  browser,
  libvirtd,
}) => {
  const server = await PassdeckServer.start({ libvirtUri: libvirtd.uri, reauthenticationMinutes: 10 });
  // Browsers use passkeys at no IP address.
  const url = server.url.replace("127.0.0.1", "localhost");
  const administrator = await makeAdministrator({
    url,
    firstAdministratorLink: server.firstAdministratorLink,
  });
  const context = await contextOf(browser, url, administrator);
  const page = await context.newPage();
  const authenticator = await addAuthenticator(context, page);
  await page.goto("/account");
  const card = page.getByRole("region", { name: "Two-factor authentication" });
  await card.getByRole("button", { name: "Add…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Blue key");
  await dialog.getByLabel("Your password").fill(administrator.password);
  await dialog.getByRole("button", { name: "Add" }).click();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(card).toContainText("Passkey for localhost");
  await expect(card).toContainText("not used yet");

  await signOut(page, administrator);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(card).toContainText("last used");

  await signOut(page, administrator);
  await password(page, administrator);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(card).toContainText("last used");

  await page.goto("/people");
  forgetConfirmations(server);
  await invite(page, "mira");
  const question = page.getByRole("dialog", { name: "Confirm it’s you" });
  await question.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByLabel("One-time link")).toHaveValue(/#token=/);
  await page.getByRole("button", { name: "Done" }).click();
  await invite(page, "nora");
  await expect(page.getByLabel("One-time link")).toHaveValue(/#token=/);
  await page.getByRole("button", { name: "Done" }).click();

  forgetConfirmations(server);
  await invite(page, "otto");
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Confirm that it’s you" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Invite" }).click();
  await question.getByLabel("Your password").fill("wrong");
  await question.getByRole("button", { name: "Confirm" }).click();
  await expect(question.getByRole("alert")).toContainText("wrong");
  await question.getByLabel("Your password").fill(administrator.password);
  await question.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByLabel("One-time link")).toHaveValue(/#token=/);
  await page.getByRole("button", { name: "Done" }).click();

  await page.goto("/account");
  await card.getByRole("button", { name: "Remove: Blue key" }).click();
  const removal = page.getByRole("alertdialog");
  await removal.getByLabel("Your password").fill(administrator.password);
  await removal.getByRole("button", { name: "Remove" }).click();
  await expect(card.getByText("None")).toBeVisible();
  await signOut(page, administrator);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "passkey" })).toBeVisible();
  await authenticator.detach();
  await context.close();
  await server.stop();
});

function contextOf(browser: Browser, url: string, { storageState }: Administrator): Promise<BrowserContext> {
  return browser.newContext({ baseURL: url, ignoreHTTPSErrors: true, storageState });
}

/** A security key that is in the computer, knows its owner, and says yes at once. */
async function addAuthenticator(context: BrowserContext, page: Page) {
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return session;
}

async function invite(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Invite…" }).first().click();
  await page.getByRole("dialog").getByLabel("User name").fill(name);
  await page.getByRole("dialog").getByRole("button", { name: "Invite" }).click();
}

async function signOut(page: Page, { name }: Administrator): Promise<void> {
  await page.getByRole("button", { name: `Account and settings: ${name}` }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/account");
}

/** The first step of a sign-in. */
async function password(page: Page, administrator: Administrator): Promise<void> {
  await page.getByLabel("User name").fill(administrator.name);
  await page.getByLabel("Password", { exact: true }).fill(administrator.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
