import { join } from "node:path";
import Database from "better-sqlite3";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { PrivateSshd, rootPassword } from "@/e2e/ssh/private-sshd";
import { ConsoleTab } from "./fixtures/console-tab";
import { HostsPage } from "./fixtures/hosts-page";
import { shots } from "./fixtures/shots";
import { test as base, expect } from "./fixtures/test";
import { VmListPage } from "./fixtures/vm-list";
import { guestReadyLine } from "./guest/guest";

/** With another host that is reached by ssh. */
const test = base.extend<{ far: { libvirtd: PrivateLibvirtd; sshd: PrivateSshd } }>({
  far: async ({ secrets }, use) => {
    const [libvirtd, sshd] = await Promise.all([startPrivateLibvirtd(), PrivateSshd.start()]);
    secrets.note(rootPassword);
    await use({ libvirtd, sshd });
    await Promise.all([libvirtd.stop(), sshd.stop()]);
  },
});

/** What is kept of hosts in maintenance. */
function rows(dataFolder: string): unknown[] {
  const database = new Database(join(dataFolder, "passdeck.db"), { readonly: true });
  const all = database.prepare("select host_id, reason, begun_by from host_maintenance").all();
  database.close();
  return all;
}

test("a host goes into maintenance: nothing is started there, what runs is listed and leaves, and back", async ({
  page,
  far,
  server,
  virsh,
  vms,
}) => {
  const [busy, idle] = [await vms.define(), await vms.define()];
  await virsh.run("start", busy.name);
  await page.goto(`/vms/local/${busy.uuid}?tab=console`);
  await expect(new ConsoleTab(page).screen).toContainText(guestReadyLine);
  const hosts = new HostsPage(page);
  await hosts.open();
  await hosts.begin(far.sshd, "atlas", far.libvirtd.uri);
  await hosts.signInByPassword(rootPassword);
  await hosts.press("Test");
  await hosts.press("Accept key");
  await hosts.passes();
  await hosts.press("Add host");
  await expect(hosts.entry("atlas")).toContainText("Connected");

  const dialog = page.getByRole("dialog");
  const enter = page.getByRole("button", { name: "Enter maintenance…" });
  const card = page.getByRole("region", { name: /^Maintenance of/ });
  await test.step("it is begun with a reason, by keyboard", async () => {
    await page.goto("/host?host=local");
    await enter.focus();
    await page.keyboard.press("Enter");
    await dialog.getByLabel("Reason").press("Enter");
    await expect(dialog).toContainText("Say why.");
    await shots(page, "maintenance", "dialog");
    await dialog.getByLabel("Reason").fill("Firmware upgrade");
    await page.keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
    await expect(card).toContainText("In maintenance: Firmware upgrade");
    await expect(card.getByRole("listitem")).toHaveCount(1);
    await expect(card).toContainText("1 VM runs here");
    await shots(page, "maintenance", "host");
    expect(rows(server.dataFolder)).toEqual([
      { host_id: "local", reason: "Firmware upgrade", begun_by: "administrator" },
    ]);
  });

  await test.step("signs of it stand in the list of VMs, on the VM's page and among the hosts", async () => {
    const list = new VmListPage(page);
    await list.open();
    await expect(list.row(idle.name)).toContainText("Maintenance");
    await page.getByRole("button", { name: `Actions for ${idle.name}` }).click();
    const start = page.getByRole("menuitem", { name: /^Start(?! with)/ });
    await expect(start).toHaveAttribute("aria-disabled", "true");
    await expect(start).toContainText("Its host is in maintenance (Firmware upgrade)");
    await page.keyboard.press("Escape");
    await shots(page, "maintenance", "list");
    await page.goto(`/vms/local/${idle.uuid}`);
    await expect(page.getByText("is in maintenance: Firmware upgrade.")).toBeVisible();
    const button = page.getByRole("button", { name: "Start", exact: true });
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await expect(button).toHaveAccessibleDescription("Its host is in maintenance (Firmware upgrade)");
    await shots(page, "maintenance", "vm");
    await hosts.open();
    await expect(page.getByRole("list", { name: "Hosts of the fleet" })).toContainText("Firmware upgrade");
    await shots(page, "maintenance", "hosts");
  });

  await test.step("what runs is followed as it comes and goes, and is shut down or forced off from there", async () => {
    await page.goto("/host?host=local");
    await virsh.run("start", idle.name);
    await expect(card.getByRole("listitem")).toHaveCount(2);
    await card.getByRole("button", { name: `Shut down ${busy.name}` }).press("Enter");
    await expect(card.getByRole("listitem")).toHaveCount(1);
    expect(await virsh.state(busy.name)).toBe("shut off");
    await card.getByRole("checkbox", { name: "Select all that run" }).press("Space");
    await card.getByRole("button", { name: "More actions on the selected VMs" }).click();
    await page.getByRole("menuitem", { name: "Force off" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Force off" }).click();
    await expect(card).toContainText("No VM runs here any more");
    expect(await virsh.state(idle.name)).toBe("shut off");
    await shots(page, "maintenance", "empty");
  });

  await test.step("it is ended, and VMs start again", async () => {
    await card.getByRole("button", { name: "Exit maintenance" }).click();
    await expect(card).toHaveCount(0);
    expect(rows(server.dataFolder)).toEqual([]);
    await page.goto(`/vms/local/${busy.uuid}`);
    await page.getByRole("button", { name: "Start", exact: true }).click();
    await expect.poll(() => virsh.state(busy.name)).toBe("running");
  });

  await test.step("no VM is migrated onto a host in maintenance", async () => {
    await page.goto("/host?host=atlas");
    await enter.click();
    await dialog.getByLabel("Reason").fill("Moving house");
    await dialog.getByRole("button", { name: "Enter maintenance" }).click();
    await expect(card).toContainText("No VM runs here any more");
    await page.goto(`/vms/local/${busy.uuid}`);
    await page.getByRole("button", { name: "Actions", exact: true }).click();
    await page.getByRole("menuitem", { name: "Migrate…" }).click();
    await expect(dialog).toContainText("is in maintenance (Moving house), and takes no VM.");
    await page.keyboard.press("Escape");
    await page.goto("/host?host=atlas");
    await card.getByRole("button", { name: "Exit maintenance" }).click();
    await expect(enter).toBeVisible();
  });

  await hosts.remove("atlas");
});
