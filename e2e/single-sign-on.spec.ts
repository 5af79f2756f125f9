import type { Page } from "@playwright/test";
import { OpenIdRig } from "@/server/access/single-sign-on/openid-rig.test-data";
import { makeAdministrator } from "./fixtures/administrator";
import { otherBrowser } from "./fixtures/other-browser";
import { PassdeckServer } from "./fixtures/passdeck-server";
import { expect, test } from "./fixtures/test";
import { freePort } from "./free-port";

const label = "Test Provider";

test("somebody signs in by a provider, confirms a dangerous act there, and signs out of both", async ({
  browser,
  libvirtd,
  complaints,
}) => {
  const port = await freePort();
  const provider = await OpenIdRig.start(`https://127.0.0.1:${port}`);
  provider.accounts.set("s1", { preferred_username: "ada", groups: ["staff"] });
  const server = await PassdeckServer.start({
    libvirtUri: libvirtd.uri,
    reauthenticationMinutes: 10,
    settings: { PASSDECK_PORT: String(port), ...settingsOf(provider) },
  });
  await makeAdministrator(server);
  const page = await otherBrowser(browser, server.url, complaints);

  await page.goto("/people");
  await page.getByRole("button", { name: `Sign in with ${label}` }).click();
  await signInAtProvider(page, "s1");
  await expect(page.getByText("None of your groups has a role in this Passdeck.")).toBeVisible();
  expect(new URL(page.url()).search).toBe("");

  provider.accounts.set("s1", { preferred_username: "ada", groups: ["staff", "passdeck-admins"] });
  await page.getByRole("link", { name: "Back to the sign-in" }).click();
  await page.goto("/people");
  // The provider knows them by now.
  await page.getByRole("button", { name: `Sign in with ${label}` }).click();
  await expect(page).toHaveURL(/\/people$/);
  await expect(page.getByRole("row", { name: /ada \(you\)/ })).toContainText("signs in by a provider");

  await page.getByRole("button", { name: "Invite…" }).first().click();
  await page.getByRole("dialog").getByLabel("User name").fill("mira");
  await page.getByRole("dialog").getByRole("button", { name: "Invite" }).click();
  const question = page.getByRole("dialog", { name: "Confirm it’s you" });
  const opened = page.context().waitForEvent("page");
  await question.getByRole("button", { name: `Confirm with ${label}` }).click();
  const popup = await opened;
  await signInAtProvider(popup, "s1");
  await expect(page.getByLabel("One-time link")).toHaveValue(/#token=/);
  await expect.poll(() => popup.isClosed()).toBe(true);
  await page.getByRole("button", { name: "Done" }).click();

  await page.goto("/account");
  await expect(page.getByRole("heading", { name: `You sign in with ${label}` })).toBeVisible();
  await expect(page.getByLabel("Current password")).toHaveCount(0);

  await page.getByRole("button", { name: "Account and settings: ada" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Yes, sign me out" }).click();
  await expect(page).toHaveURL(`${server.url}/sign-in`);

  // An answer of a provider that this browser did not ask for, as a link of somebody else's has it.
  await page.goto("/sign-in/return?code=stolen&state=forged");
  await expect(page.getByText("was not begun in this browser")).toBeVisible();
  await expect(page).toHaveURL(`${server.url}/sign-in/return`);

  await page.goto("/sign-in");
  await page.getByRole("button", { name: `Sign in with ${label}` }).click();
  await expect(page.getByPlaceholder("Enter any login")).toBeVisible();
  await page.context().close();
  await server.stop();
  await provider.stop();
});

function settingsOf({ options: { issuer, clientId, clientSecret, publicUrl } }: OpenIdRig) {
  return {
    PASSDECK_PUBLIC_URL: publicUrl,
    PASSDECK_OIDC_ISSUER: issuer,
    PASSDECK_OIDC_CLIENT_ID: clientId,
    PASSDECK_OIDC_CLIENT_SECRET: clientSecret ?? "",
    PASSDECK_OIDC_LABEL: label,
    PASSDECK_OIDC_SCOPES: "profile email groups",
    PASSDECK_ROLE_ADMIN: "passdeck-admins",
  };
}

/** On the provider's own page, which takes any password. */
async function signInAtProvider(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
}
