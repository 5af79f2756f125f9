import type { Browser, Page } from "@playwright/test";
import { makeAdministrator } from "./fixtures/administrator";
import { closeJob } from "./fixtures/close-job";
import type { PassdeckServer } from "./fixtures/passdeck-server";
import { expect, test } from "./fixtures/test";
import type { Virsh } from "./fixtures/virsh";

/** Takes the network away that libvirt's package brings: what is left is a host as it is without it. */
async function emptied(virsh: Virsh): Promise<void> {
  const names = (await virsh.run("net-list", "--all", "--name")).split(/\s+/).filter((name) => name !== "");
  for (const name of names) await virsh.run("net-undefine", name);
  expect(await virsh.run("pool-list", "--all", "--name")).toBe("");
}

/** A page of a server of the test's own, signed in. */
async function signedIn(browser: Browser, server: PassdeckServer): Promise<Page> {
  const { storageState } = await makeAdministrator(server);
  const context = await browser.newContext({ baseURL: server.url, ignoreHTTPSErrors: true, storageState });
  return context.newPage();
}

test("a host that has nothing is given a pool and a network at the first look", async ({
  browser,
  fresh,
}) => {
  const { server, virsh } = fresh;
  await emptied(virsh);
  const page = await signedIn(browser, server);
  await page.goto("/");
  const offer = page.getByRole("button", { name: "Set up storage and a network…" });
  await offer.click();
  const plan = page.getByRole("dialog", { name: "Create the pool default, create the network default" });
  await expect(plan).toContainText("/var/lib/libvirt/images");
  await plan.getByRole("button", { name: "Set up" }).click();
  await closeJob(page);
  await expect(offer).toHaveCount(0);
  expect(await virsh.run("pool-info", "default")).toMatch(/running.*Autostart:\s+yes/s);
  expect(await virsh.run("pool-dumpxml", "default")).toContain("<path>/var/lib/libvirt/images</path>");
  expect(await virsh.run("net-info", "default")).toMatch(/Active:\s+yes.*Autostart:\s+yes/s);
  expect(await virsh.run("net-dumpxml", "default")).toMatch(/<forward mode='nat'/);

  // As another would: the offer is on the pages of what is missing, and starts what is stopped.
  await virsh.run("pool-destroy", "default");
  await virsh.run("pool-autostart", "--disable", "default");
  await page.goto("/storage");
  await page.getByRole("button", { name: "Set up storage…" }).click();
  await page
    .getByRole("dialog", { name: "Start the pool default" })
    .getByRole("button", { name: "Set up" })
    .click();
  await closeJob(page);
  expect(await virsh.run("pool-info", "default")).toMatch(/running.*Autostart:\s+yes/s);
  await virsh.run("net-destroy", "default");
  await page.goto("/networks");
  await page.getByRole("button", { name: "Set up a network…" }).click();
  await page
    .getByRole("dialog", { name: "Start the network default" })
    .getByRole("button", { name: "Set up" })
    .click();
  await closeJob(page);
  expect(await virsh.run("net-info", "default")).toMatch(/Active:\s+yes/);
  await page.context().close();
});

test("the wizard never ends in “no pool”: it offers one in place, and goes on with it", async ({
  browser,
  fresh,
}) => {
  const { server, virsh } = fresh;
  await emptied(virsh);
  const page = await signedIn(browser, server);
  await page.goto("/vms/new");
  await page.getByRole("radio", { name: "Network boot" }).check();
  await page.getByRole("radio", { name: "Minimal test VM" }).check();
  await page.getByLabel("Name", { exact: true }).fill("first");
  await page.getByRole("button", { name: "Set up storage and a network…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Set up" }).click();
  await closeJob(page);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("first");
  await page.getByLabel("Start after creation").uncheck();
  const create = page.getByRole("region", { name: "Summary" }).getByRole("button", { name: "Create" });
  await expect(create).not.toHaveAttribute("aria-disabled", "true");
  await create.click();
  await expect(page).toHaveURL(/\/vms\/local\/[0-9a-f-]+$/);
  const xml = await virsh.run("dumpxml", "first");
  expect(xml).toContain("<source pool='default' volume='first.qcow2'/>");
  expect(xml).toContain("<source network='default'/>");
  await page.context().close();
});
