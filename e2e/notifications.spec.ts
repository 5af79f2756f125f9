import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Page } from "@playwright/test";
import { violations } from "./fixtures/accessibility";
import { makeAdministrator } from "./fixtures/administrator";
import { forgetConfirmations } from "./fixtures/confirmations";
import { PassdeckServer } from "./fixtures/passdeck-server";
import { test as base, expect } from "./fixtures/test";

interface Hook {
  url: string;
  received: { headers: IncomingHttpHeaders; body: string }[];
}

/** With a server that takes webhooks. */
const test = base.extend<{ hook: Hook }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  hook: async ({}, use) => {
    const received: Hook["received"] = [];
    const server = createServer(async (request, response) => {
      received.push({ headers: request.headers, body: await text(request) });
      response.end("taken");
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received });
    server.close();
  },
});

/** Adds a webhook for failed jobs alone. @returns its signing secret. */
async function addWebhook(page: Page, name: string, url: string): Promise<string> {
  await page.goto("/notifications");
  await page.getByRole("button", { name: "Add a channel…" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a channel" });
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("Kind").selectOption("Webhook");
  await dialog.getByLabel("Address").fill(url);
  await dialog.getByRole("button", { name: "Generate" }).click();
  const secret = await dialog.getByLabel("Signing secret").inputValue();
  for (const box of await dialog.getByRole("group", { name: "What is sent" }).getByRole("checkbox").all())
    await box.uncheck();
  await dialog.getByLabel("A job failed").check();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  return secret;
}

test("a webhook is added and tested; a job fails, the webhook is told, and the log shows it", async ({
  page,
  hook,
  vms,
  virsh,
}) => {
  const vm = await vms.define();
  const name = `hook of ${vm.name}`;
  const secret = await addWebhook(page, name, hook.url);
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("Webhook to 127.0.0.1");
  await row.getByRole("button", { name: `Send a test on ${name}` }).click();
  await expect(row.getByRole("status")).toContainText("The test was sent");
  const [sent] = hook.received;
  const { "passdeck-timestamp": time, "passdeck-signature": signature } = sent?.headers ?? {};
  const wanted = createHmac("sha256", secret).update(`${time}.${sent?.body}`).digest("hex");
  expect([JSON.parse(sent?.body ?? "").title, signature]).toEqual(["This is a test", `v1=${wanted}`]);

  await virsh.run("attach-disk", vm.uuid, "/nowhere.img", "vdz", "--config");
  await page.goto(`/vms/local/${vm.uuid}`);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect.poll(() => hook.received.map(({ body }) => body).join()).toContain(vm.name);

  await page.goto("/notifications");
  await row.getByRole("button", { name: `Deliveries of ${name}…` }).click();
  const log = page.getByRole("dialog", { name: `Deliveries of ${name}` });
  await expect(log.getByText(`Job failed: Start ${vm.name}`)).toBeVisible();
  await expect(log.getByText("Sent", { exact: true })).toHaveCount(2);
  await log.getByRole("button", { name: "Close" }).first().click();
  await row.getByRole("button", { name: `Change ${name}…` }).click();
  await expect(page.getByRole("dialog")).toContainText("kept, and not shown");
  expect(await page.content()).not.toContain(secret);
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await row.getByRole("button", { name: `Delete ${name}…` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(row).toHaveCount(0);
});

test("who has what happens told elsewhere shows again that it is them", async ({
  browser,
  libvirtd,
  hook,
}) => {
  const server = await PassdeckServer.start({ libvirtUri: libvirtd.uri, reauthenticationMinutes: 10 });
  const { password, storageState } = await makeAdministrator(server);
  const context = await browser.newContext({ baseURL: server.url, storageState, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const question = page.getByRole("dialog", { name: "Confirm it’s you" });
  await page.goto("/notifications");
  await page.getByLabel("Servers that people may use").fill("ntfy.sh");
  forgetConfirmations(server);
  await page.getByRole("button", { name: "Save" }).click();
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Confirm that it’s you" })).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await question.getByLabel("Your password").fill(password);
  await question.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("button", { name: "Save" })).toBeDisabled();

  await page.getByRole("button", { name: "Add a channel…" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a channel" });
  await dialog.getByLabel("Name", { exact: true }).fill("hook");
  await dialog.getByLabel("Kind").selectOption("Webhook");
  await dialog.getByLabel("Address").fill(hook.url);
  await dialog.getByRole("button", { name: "Generate" }).click();
  forgetConfirmations(server);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await question.getByLabel("Your password").fill(password);
  await question.getByRole("button", { name: "Confirm" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("listitem").filter({ hasText: "Webhook to 127.0.0.1" })).toBeVisible();
  await context.close();
  await server.stop();
});

for (const [colorScheme, width] of [
  ["light", 1440],
  ["dark", 375],
  ["dark", 1440],
  ["light", 375],
] as const) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("channels and their dialog can be read by everybody, and fit", async ({ page, hook }) => {
      const name = `hook ${colorScheme} ${width}`;
      await addWebhook(page, name, hook.url);
      const row = page.getByRole("listitem").filter({ hasText: name });
      await row.getByRole("button", { name: `Send a test on ${name}` }).click();
      await expect(row.getByRole("status")).toContainText("The test was sent");
      const shot = (what: string) =>
        page.screenshot({ path: `test-results/notify/${what}-${colorScheme}-${width}.png`, fullPage: true });
      await shot("page");
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await row.getByRole("button", { name: `Change ${name}…` }).click();
      await page.getByLabel("Quiet hours").check();
      await shot("dialog");
      expect(await violations(page)).toEqual([]);
      await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
      await row.getByRole("button", { name: `Delete ${name}…` }).click();
      await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
      await page.goto("/account");
      await expect(page.getByText("No server is named yet", { exact: false })).toBeVisible();
      await shot("account");
    });
  });
}
