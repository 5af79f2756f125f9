import { expect, test } from "./fixtures/test";

test("an administrator makes a key for one VM: with it REST starts that VM, and another one does not exist", async ({
  page,
  playwright,
  server,
  vms,
  virsh,
}) => {
  const [mine, other] = [await vms.define(), await vms.define()];
  const name = `key-${mine.name}`;
  await page.goto("/account");
  await page.getByRole("button", { name: "Create key…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("Role").selectOption("Operator");
  await dialog.getByLabel("For some VMs alone").check();
  await dialog.getByLabel("Search VMs").fill(mine.name);
  await dialog.getByLabel(mine.name, { exact: true }).check();
  await dialog.getByLabel("With some rights alone").check();
  await dialog.getByLabel("vm.act", { exact: true }).check();
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  const key = await page.getByLabel("API key", { exact: true }).inputValue();
  expect(key).toMatch(/^passdeck_[\w-]{43}$/);
  await page.getByRole("button", { name: "Done" }).click();
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("Operator, on one VM, vm.act alone. Expires");
  await expect(row).toContainText("Not used yet.");

  const program = await playwright.request.newContext({
    baseURL: server.url,
    ignoreHTTPSErrors: true,
    storageState: { cookies: [], origins: [] },
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  });
  const start = (vmId: string) => program.post(`/api/v1/hosts/local/vms/${vmId}/start`);
  const refused = await start(other.uuid);
  expect([refused.status(), (await refused.json()).code]).toEqual([404, "not-found"]);
  const begun = await start(mine.uuid);
  expect(begun.status()).toBe(202);
  await expect.poll(() => virsh.run("domstate", mine.name)).toContain("running");
  expect((await program.get(`/api/v1/hosts/local/vms/${mine.uuid}/xml`)).status()).toBe(403);
  expect(await virsh.run("domstate", other.name)).toContain("shut off");

  await page.reload();
  await expect(row).toContainText("Last used");
  await row.getByRole("button", { name: `Revoke the API key ${name}` }).click();
  await expect(row).toHaveCount(0);
  expect((await start(mine.uuid)).status()).toBe(401);
  await program.dispose();
});

test("the page of the REST API tells all ways, and tries one by the session of who looks", async ({
  page,
  vms,
}) => {
  const { name } = await vms.define();
  await page.goto("/account/api");
  const way = page.getByRole("listitem").filter({ hasText: "List VMs" });
  await way.getByText("GET", { exact: true }).click();
  await way.getByLabel("name", { exact: true }).fill(name);
  await way.getByRole("button", { name: "Send" }).click();
  await expect(way.getByText("Answer: 200", { exact: true })).toBeVisible();
  await expect(way.getByRole("region", { name: "answer" })).toContainText(`"name": "${name}"`);
});
