import { join } from "node:path";
import Database from "better-sqlite3";
import { invite } from "./fixtures/invite";
import { share } from "./fixtures/share";
import { shots } from "./fixtures/shots";
import { expect, test } from "./fixtures/test";
import { VmListPage } from "./fixtures/vm-list";

/** What is kept of saved views. */
function views(dataFolder: string): unknown[] {
  const database = new Database(join(dataFolder, "passdeck.db"), { readonly: true });
  const all = database.prepare("select name, search, is_default from saved_views order by name").all();
  database.close();
  return all;
}

test("chosen VMs are tagged and put into a folder, found by both, grouped, and the view is kept", async ({
  page,
  server,
  vms,
  virsh,
}) => {
  const [shop, mail, other] = [await vms.define(), await vms.define(), await vms.define()];
  await virsh.run("start", shop.name);
  const list = new VmListPage(page);
  const dialog = page.getByRole("dialog");
  const labels = (name: string) => virsh.run("metadata", name, "--uri", "urn:passdeck:labels:1", "--config");
  const tagsButton = page.getByRole("button", { name: /^(All tags|Tags )/ });
  const viewsButton = page.getByRole("button", { name: "Views", exact: true });
  const chooseView = async (name: string | RegExp) => {
    await viewsButton.click();
    await page.getByRole("menuitemradio", { name }).click();
  };

  await test.step("several at once, by keyboard", async () => {
    await list.open();
    await expect(list.row(other.name)).toBeVisible();
    await expect(tagsButton).toHaveCount(0);
    await list.select(shop.name, mail.name);
    await list.bulkBar.getByRole("button", { name: "Tags…" }).press("Enter");
    await dialog.getByLabel("New tag").fill("two words");
    await expect(dialog).toContainText("A tag is one word");
    await dialog.getByLabel("New tag").fill("Prod");
    await page.keyboard.press("Enter");
    await expect(dialog.getByLabel("prod", { exact: true })).toBeChecked();
    await dialog.getByLabel("New tag").fill("web");
    await dialog.getByLabel("Folder").fill("Web/Shop");
    await shots(page, "tags", "dialog");
    await dialog.getByLabel("Folder").press("Enter");
    await expect(dialog).toHaveCount(0);
    for (const { name } of [shop, mail]) {
      await expect(list.row(name)).toContainText("prod");
      expect(await labels(name)).toContain('tags="prod web" folder="Web/Shop"');
    }
    await expect(list.row(other.name)).not.toContainText("prod");
  });

  await test.step("one of them otherwise: what all have and what some have can be told apart", async () => {
    await page.getByRole("button", { name: "Clear" }).click();
    await list.choose(mail.name, "Tags and folder…");
    await dialog.getByLabel("web", { exact: true }).uncheck();
    await dialog.getByLabel("Folder").fill("Web/Mail");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(list.row(mail.name)).toContainText("Web/Mail");
    expect(await labels(mail.name)).toContain('tags="prod" folder="Web/Mail"');
    await list.select(shop.name, mail.name);
    await list.bulkBar.getByRole("button", { name: "Tags…" }).click();
    await expect(dialog.getByLabel("prod", { exact: true })).toBeChecked();
    await expect(dialog.getByLabel("web", { exact: true })).toHaveJSProperty("indeterminate", true);
    await expect(dialog).toContainText("They are in different folders");
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Clear" }).click();
    await virsh.run(
      "metadata",
      other.name,
      "--uri",
      "urn:passdeck:labels:1",
      "--key",
      "x",
      "--set",
      '<vm tags="gpu"/>',
      "--config",
    );
    await expect(list.row(other.name)).toContainText("gpu");
  });

  await test.step("the list is filtered by tags and folder, and its address keeps that", async () => {
    await tagsButton.press("Enter");
    await page.getByRole("menuitemcheckbox", { name: /^prod/ }).press("Space");
    await page.keyboard.press("Escape");
    await expect(list.row(other.name)).toHaveCount(0);
    await page.getByLabel("Show VMs in the folder").selectOption("Web");
    await expect(list.row(mail.name)).toBeVisible();
    await expect(page).toHaveURL(/\?tag=prod&folder=Web$/);
    await page.getByLabel("Show VMs in the folder").selectOption("Web/Shop");
    await expect(list.row(mail.name)).toHaveCount(0);
    await page.reload();
    await expect(list.row(shop.name)).toBeVisible();
    await expect(list.row(mail.name)).toHaveCount(0);
    await page.getByRole("searchbox").fill("nowhere");
    await page.getByRole("button", { name: "Show all VMs" }).click();
    await page.getByRole("searchbox").fill("gpu");
    await expect(list.row(other.name)).toBeVisible();
    await expect(list.row(shop.name)).toHaveCount(0);
    await page.getByRole("searchbox").fill("");
  });

  await test.step("it is grouped, and groups are folded and selected", async () => {
    await chooseView("Folder");
    const heading = (name: RegExp) =>
      page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
    await expect(page.getByRole("rowheader", { name: /^(Web|In no)/ })).toHaveText([
      "Web/Mail1",
      "Web/Shop1",
      "In no folder1",
    ]);
    await shots(page, "tags", "list");
    await heading(/^Web\/Shop/).focus();
    await page.keyboard.press("Enter");
    await expect(list.row(shop.name)).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^Web\/Shop/ })).toHaveAttribute("aria-expanded", "false");
    await page.keyboard.press("Space");
    await expect(list.bulkBar).toContainText("1 VM selected");
    await page.getByRole("button", { name: /^Web\/Shop/ }).click();
    await expect(list.row(shop.name)).toHaveAttribute("aria-selected", "true");
    await page.getByRole("button", { name: "Clear" }).click();
    await chooseView("Tags");
    await expect(page.getByRole("rowheader", { name: /^(gpu|prod)/ })).toHaveText([
      "gpu1",
      "prod1",
      "prod, web1",
    ]);
  });

  await test.step("the view is saved, and the list opens with it", async () => {
    await tagsButton.click();
    await page.getByRole("menuitemcheckbox", { name: /^prod/ }).click();
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 375, height: 900 });
    await viewsButton.click();
    await expect(page.getByRole("menuitem", { name: "Save this view…" })).toBeInViewport({ ratio: 1 });
    await page.screenshot({ path: "test-results/tags/menu-narrow.png" });
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 1280, height: 800 });
    await viewsButton.click();
    await shots(page, "tags", "menu");
    await page.getByRole("menuitem", { name: "Save this view…" }).click();
    await dialog.getByLabel("Name").press("Enter");
    await expect(dialog).toContainText("Give it a name.");
    await dialog.getByLabel("Name").fill("Production");
    await dialog.getByLabel("Open the list with it").check();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toHaveCount(0);
    expect(views(server.dataFolder)).toEqual([
      { name: "Production", search: "?tag=prod&group=tags", is_default: 1 },
    ]);
    await page.goto("/vms");
    await expect(page).toHaveURL(/\?tag=prod&group=tags$/);
    await expect(list.row(shop.name)).toBeVisible();
    await expect(list.row(other.name)).toHaveCount(0);
    await chooseView("All VMs");
    await expect(list.row(other.name)).toBeVisible();
    await expect(page).toHaveURL(/\?sort=name$/);
    await page.reload();
    await expect(list.row(other.name)).toBeVisible();
    await page.getByRole("link", { name: "Overview", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "VMs" }).click();
    await expect(page).toHaveURL(/\?tag=prod&group=tags$/);
    await expect(list.row(other.name)).toHaveCount(0);
  });

  await test.step("views are renamed, others opened with, and deleted", async () => {
    await viewsButton.click();
    await page.getByRole("menuitem", { name: "Manage views…" }).click();
    await dialog.getByLabel("Name of the view").fill("Live");
    await dialog.getByRole("radio", { name: "All VMs" }).check();
    await shots(page, "tags", "manage");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toHaveCount(0);
    expect(views(server.dataFolder)).toEqual([
      { name: "Live", search: "?tag=prod&group=tags", is_default: 0 },
    ]);
    await page.goto("/vms");
    await expect(list.row(other.name)).toBeVisible();
    await chooseView("Live");
    await expect(list.row(other.name)).toHaveCount(0);
    await viewsButton.click();
    await page.getByRole("menuitem", { name: "Manage views…" }).click();
    await dialog.getByRole("button", { name: "Delete Live" }).click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toHaveCount(0);
    expect(views(server.dataFolder)).toEqual([]);
  });
});

test("who may only look at a VM can't tag it, and sees the tags of theirs alone", async ({
  page,
  browser,
  server,
  vms,
  complaints,
}) => {
  const [seen, hidden] = [await vms.define(), await vms.define()];
  const list = new VmListPage(page);
  const dialog = page.getByRole("dialog");
  await list.open();
  for (const [vm, tag] of [
    [seen, "theirs"],
    [hidden, "secret"],
  ] as const) {
    await list.choose(vm.name, "Tags and folder…");
    await dialog.getByLabel("New tag").fill(tag);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(list.row(vm.name)).toContainText(tag);
  }
  const by = { page, browser, url: server.url, complaints };
  const { page: theirs, name } = await invite(by, "Member");
  await share(page, seen.uuid, name, "Viewer");
  await theirs.goto("/vms");
  await theirs.getByRole("button", { name: "All tags" }).click();
  await expect(theirs.getByRole("menuitemcheckbox")).toHaveText(["theirs1"]);
  await theirs.keyboard.press("Escape");
  await theirs.getByRole("button", { name: `Actions for ${seen.name}` }).click();
  const item = theirs.getByRole("menuitem", { name: /^Tags and folder…/ });
  await expect(item).toHaveAttribute("aria-disabled", "true");
  await expect(item).toContainText("Your role does not allow this");
  await theirs.context().close();
});
