import { violations } from "./fixtures/accessibility";
import { ConsoleTab } from "./fixtures/console-tab";
import { expect, test } from "./fixtures/test";
import { guestReadyLine } from "./guest/guest";

test.describe("before a sign-in", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("the first visit", async ({ fresh, page }) => {
    await page.goto(fresh.server.firstAdministratorLink ?? "");
    await expect(page.getByRole("button", { name: "Create the administrator" })).toBeVisible();
    expect(await violations(page), "the link's page").toEqual([]);
    await page.goto(fresh.server.url);
    await expect(page.getByRole("heading", { name: "Nobody can sign in yet" })).toBeVisible();
    expect(await violations(page), "without the link").toEqual([]);
  });

  test("the sign-in", async ({ page, administrator }) => {
    await page.goto("/");
    await page.getByLabel("User name").fill(administrator.name);
    expect(await violations(page)).toEqual([]);
  });
});

test("the overview, the VMs and the passthrough page", async ({ page, vms, virsh }) => {
  const running = await vms.define();
  const off = await vms.define();
  await virsh.run("start", running.name);

  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("GeForce GTX 970").first()).toBeVisible();
  expect(await violations(page), "overview").toEqual([]);

  await page.goto("/vms");
  await expect(page.getByRole("row", { name: running.name })).toContainText("Running");
  await page.getByRole("checkbox", { name: `Select ${off.name}` }).click();
  await expect(page.getByText("1 VM selected")).toBeVisible();
  expect(await violations(page), "VMs").toEqual([]);

  await page.goto("/passthrough");
  await expect(page.getByText("GeForce GTX 970").first()).toBeVisible();
  expect(await violations(page), "passthrough").toEqual([]);

  await page.goto("/host");
  await expect(page.getByRole("heading", { name: "Change how the host starts" })).toBeVisible();
  expect(await violations(page), "host").toEqual([]);
});

test("hosts, and how one is added", async ({ page }) => {
  await page.goto("/hosts");
  await expect(page.getByText("No other host is managed yet")).toBeVisible();
  expect(await violations(page), "hosts").toEqual([]);
  await page.getByRole("button", { name: "Add host…" }).first().click();
  await page.getByRole("button", { name: "Add a jump host" }).click();
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(page.getByText("Give a name or an address.").first()).toBeVisible();
  expect(await violations(page, "[role=dialog]"), "a new host").toEqual([]);
});

test("people, the link that one gets, and one's own account", async ({ page }) => {
  const name = "invitee";
  await page.goto("/people");
  await page.getByRole("button", { name: "Invite…" }).first().click();
  await page.getByRole("dialog").getByLabel("User name").fill(name);
  expect(await violations(page, "[role=dialog]"), "whom to invite").toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Invite" }).click();
  const link = await page.getByLabel("One-time link").inputValue();
  expect(await violations(page, "[role=dialog]"), "the link").toEqual([]);
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("Invited");
  expect(await violations(page), "people").toEqual([]);

  await page.goto("/account");
  await expect(page.getByText("This browser", { exact: true })).toBeVisible();
  expect(await violations(page), "account").toEqual([]);
  await page.getByRole("button", { name: "Create key…" }).click();
  await page.getByRole("dialog").getByLabel("For some VMs alone").check();
  expect(await violations(page, "[role=dialog]"), "a new API key").toEqual([]);

  await page.goto("/account/api");
  await page.getByRole("listitem").filter({ hasText: "List VMs" }).getByText("GET", { exact: true }).click();
  await expect(page.getByRole("button", { name: "Send" })).toBeVisible();
  expect(await violations(page), "the REST API").toEqual([]);

  await page.goto(link);
  await expect(page.getByRole("button", { name: "Set the password" })).toBeVisible();
  expect(await violations(page), "a password by the link").toEqual([]);
});

test("the wizard for new VMs", async ({ page }) => {
  await page.goto("/vms/new");
  for (const step of ["Source", "System", "CPU and memory", "Disks", "GPUs and USB"]) {
    await page.getByRole("tab", { name: step }).click();
    await expect(page.getByRole("tabpanel", { name: step })).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    expect(await violations(page), step).toEqual([]);
  }
});

test("a VM's page and its tabs", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  await virsh.run("start", vm.name);
  await page.goto(`/vms/local/${vm.uuid}`);
  await expect(page.getByRole("heading", { name: vm.name, level: 1 })).toBeVisible();
  expect(await violations(page), "overview").toEqual([]);

  await page.getByRole("tab", { name: "Console" }).click();
  await expect(new ConsoleTab(page).screen).toContainText(guestReadyLine);
  expect(await violations(page), "console").toEqual([]);

  await page.getByRole("tab", { name: "XML" }).click();
  await expect(page.getByRole("tabpanel", { name: "XML" })).toContainText(vm.uuid);
  expect(await violations(page), "XML").toEqual([]);

  await page.getByRole("tab", { name: "Events" }).click();
  await expect(page.getByRole("tabpanel")).toContainText(/started/i);
  expect(await violations(page), "events").toEqual([]);
});

test("menus and questions", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  await virsh.run("start", vm.name);
  await page.goto(`/vms/local/${vm.uuid}`);
  await page.getByRole("button", { name: "Actions" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  expect(await violations(page, "[role=menu]")).toEqual([]);
  await page.getByRole("menuitem", { name: "Force off" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  expect(await violations(page, "[role=alertdialog]")).toEqual([]);
});
