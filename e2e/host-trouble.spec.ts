import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { makeAdministrator } from "./fixtures/administrator";
import { HeldSocket } from "./fixtures/held-socket";
import { PassdeckServer } from "./fixtures/passdeck-server";
import { expect, test } from "./fixtures/test";
import { VmListPage } from "./fixtures/vm-list";

async function signedInPage(browser: Browser, server: PassdeckServer): Promise<Page> {
  const { storageState } = await makeAdministrator(server);
  const context = await browser.newContext({ baseURL: server.url, ignoreHTTPSErrors: true, storageState });
  return context.newPage();
}

test("libvirt is lost in use: the rows stay, and go on when it is back", async ({ page, libvirtd, vms }) => {
  const vm = await vms.define();
  const list = new VmListPage(page);
  await list.open();
  await expect(list.row(vm.name)).toContainText("Off");

  await libvirtd.kill();
  const notice = page.getByRole("alert").filter({ hasText: "This host cannot be reached now" });
  await expect(notice).toContainText("The connection to libvirt was lost");
  await expect(page.getByText("Last connected at")).toBeVisible();
  await expect(list.row(vm.name)).toContainText("Off");

  await libvirtd.start();
  await expect(notice).toBeHidden();
  const another = await vms.define();
  await expect(list.row(another.name)).toContainText("Off");
});

test("no libvirt at the start: the page says so, and goes on by itself", async ({ browser, fresh }) => {
  await fresh.libvirtd.kill();
  const server = await PassdeckServer.start({ libvirtUri: fresh.libvirtd.uri });
  try {
    const page = await signedInPage(browser, server);
    await page.goto("/vms");
    await expect(page.getByRole("heading", { name: "libvirt is not running on this host" })).toBeVisible();
    await expect(page.getByText("systemctl start libvirtd")).toBeVisible();

    await fresh.libvirtd.start();
    await expect(page.getByText("This host has no VMs yet")).toBeVisible();
    await page.context().close();
  } finally {
    await server.stop();
  }
});

test("pages that are opened while their host is being connected say so, and go on by themselves", async ({
  browser,
  fresh,
}) => {
  const vm = await fresh.vms.define();
  const held = await HeldSocket.listen(join(fresh.libvirtd.folder, "run/libvirt-sock"));
  const server = await PassdeckServer.start({ libvirtUri: held.uri });
  try {
    const { storageState } = await makeAdministrator(server);
    const context = await browser.newContext({ baseURL: server.url, ignoreHTTPSErrors: true, storageState });
    // All at once: libvirt has half a minute to answer before it counts as lost.
    const open = async (path: string) => {
      const page = await context.newPage();
      await page.goto(path);
      await expect(page.getByText("Connecting to the host local…")).toBeVisible();
      return page;
    };
    const [vmPage, filters, pools] = await Promise.all([
      open(`/vms/local/${vm.uuid}`),
      open("/networks?tab=filters"),
      open("/storage"),
    ]);

    held.letGo();
    await expect(vmPage.getByRole("heading", { name: vm.name })).toBeVisible();
    await expect(filters.getByText(/No network filters|Firewall rules for a VM/)).toBeVisible();
    await expect(pools.getByText("This host has no storage pools yet")).toBeVisible();
    await context.close();
  } finally {
    await server.stop();
    await held.stop();
  }
});

test("a wrong URI is told apart", async ({ browser, fresh }) => {
  const socket = join(fresh.libvirtd.folder, "run/libvirt-sock");
  const server = await PassdeckServer.start({ libvirtUri: `nothing+unix:///system?socket=${socket}` });
  try {
    const page = await signedInPage(browser, server);
    await page.goto("/vms");
    await expect(page.getByRole("heading", { name: "The libvirt URI does not work" })).toBeVisible();
    await expect(page.getByText("Set PASSDECK_LIBVIRT")).toBeVisible();
    await page.context().close();
  } finally {
    await server.stop();
  }
});
