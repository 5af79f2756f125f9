import { execFileSync } from "node:child_process";
import { join } from "node:path";
import Database from "better-sqlite3";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { PrivateSshd, rootPassword } from "@/e2e/ssh/private-sshd";
import { violations } from "./fixtures/accessibility";
import { GuestVms } from "./fixtures/guest-vms";
import { HostsPage } from "./fixtures/hosts-page";
import { shots } from "./fixtures/shots";
import { test as base, expect } from "./fixtures/test";
import { Virsh } from "./fixtures/virsh";
import { VmListPage } from "./fixtures/vm-list";

interface FarHost {
  libvirtd: PrivateLibvirtd;
  sshd: PrivateSshd;
  virsh: Virsh;
  vms: GuestVms;
}

/** With another host that is reached by ssh: an sshd, and behind it a libvirtd with VMs of its own. */
const test = base.extend<{ far: FarHost; hosts: HostsPage }>({
  far: async ({ guest, secrets }, use) => {
    const [libvirtd, sshd] = await Promise.all([startPrivateLibvirtd(), PrivateSshd.start()]);
    secrets.note(rootPassword);
    secrets.note(sshd.privateKey.split("\n")[2] ?? "");
    const virsh = new Virsh(libvirtd.uri);
    const vms = new GuestVms(virsh, guest);
    await use({ libvirtd, sshd, virsh, vms });
    await vms.removeAll();
    await Promise.all([libvirtd.stop(), sshd.stop()]);
  },
  hosts: async ({ page }, use) => use(new HostsPage(page)),
});

function fingerprintOf({ folder }: PrivateSshd): string {
  const line = execFileSync("ssh-keygen", ["-lf", join(folder, "host.pub")], { encoding: "utf8" });
  return line.split(" ")[1] ?? "";
}

/** Ends the connections that stand, and has nobody answer. */
async function cutOff(sshd: PrivateSshd): Promise<void> {
  const sessions = sshd.sessions();
  await sshd.end();
  for (const pid of sessions) process.kill(pid, "SIGKILL");
}

/** What is kept of the hosts that are managed. */
function rows(dataFolder: string): Record<string, unknown>[] {
  const database = new Database(join(dataFolder, "passdeck.db"), { readonly: true });
  const all = database.prepare("select * from managed_hosts").all() as Record<string, unknown>[];
  database.close();
  return all;
}

test("a host is added over ssh, lost, found again with another key, and removed", async ({
  page,
  far,
  hosts,
  server,
  secrets,
}) => {
  const vm = await far.vms.define();
  const list = new VmListPage(page);
  await hosts.open();
  await expect(page.getByText("No other host is managed yet")).toBeVisible();
  await hosts.begin(far.sshd, "atlas", far.libvirtd.uri);

  await test.step("its key is accepted, and a wrong password told", async () => {
    await hosts.signInByPassword("not the password");
    await hosts.press("Test");
    await expect(hosts.dialog.getByText(fingerprintOf(far.sshd))).toBeVisible();
    await hosts.press("Accept key");
    await expect(hosts.step("Sign-in")).toContainText("Failed");
    await expect(hosts.dialog.getByRole("button", { name: "Add anyway" })).toBeVisible();
    await hosts.signInByPassword(rootPassword);
    await hosts.press("Test");
    await hosts.passes();
    await hosts.press("Add host");
    await expect(hosts.dialog).toHaveCount(0);
  });

  await test.step("it stands there with its VM, and no secret in plain", async () => {
    const entry = hosts.entry("atlas");
    await expect(entry).toContainText("Connected");
    await expect(entry).toContainText(`root@127.0.0.1:${far.sshd.port}`);
    await expect(entry).toContainText(fingerprintOf(far.sshd));
    const [row] = rows(server.dataFolder);
    expect(row).toMatchObject({ id: "atlas", signs_in_by: "password", added_by: "administrator" });
    expect(await secrets.leaks(server)).toEqual([]);
    await list.open();
    await expect(list.row(vm.name)).toContainText("atlas");
    await page.getByLabel("Show VMs of").selectOption("local");
    await expect(list.row(vm.name)).toHaveCount(0);
    await page.getByLabel("Show VMs of").selectOption("atlas");
    await expect(list.row(vm.name)).toHaveCount(1);
  });

  await test.step("it is lost: its rows stay, greyed, and come back by themselves", async () => {
    await cutOff(far.sshd);
    const state = list.row(vm.name).getByRole("gridcell").nth(1);
    await expect(state).toHaveCSS("filter", "grayscale(1)");
    await expect(list.row(vm.name)).toContainText("Off");
    await hosts.open();
    await expect(hosts.entry("atlas")).toContainText("Not connected");
    await expect(hosts.entry("atlas")).toContainText("Last word");
    await far.sshd.run();
    await expect(hosts.entry("atlas")).toContainText("Connected");
  });

  await test.step("it has another key: both are shown, and the new one is accepted", async () => {
    const before = fingerprintOf(far.sshd);
    await cutOff(far.sshd);
    far.sshd.makeHostKey();
    await far.sshd.run();
    await expect(hosts.entry("atlas")).toContainText("key is not the accepted one");
    await page.getByRole("button", { name: "Change atlas…" }).click();
    await hosts.press("Test");
    const changed = hosts.dialog.getByRole("alert", { name: "Changed host key" });
    await expect(changed).toContainText(before);
    await expect(changed).toContainText(fingerprintOf(far.sshd));
    expect(await violations(page, "[role=dialog]"), "a changed key").toEqual([]);
    await page.screenshot({ path: "test-results/hosts/changed-key.png" });
    await hosts.press("Accept the new key");
    await hosts.passes();
    await hosts.press("Save");
    await expect(hosts.dialog).toHaveCount(0);
    await expect(hosts.entry("atlas")).toContainText("Connected");
  });

  await test.step("it is removed: its rows go, and there nothing has changed", async () => {
    await hosts.remove("atlas");
    expect(rows(server.dataFolder)).toEqual([]);
    await list.open();
    await expect(list.row(vm.name)).toHaveCount(0);
    expect(await far.virsh.state(vm.name)).toBe("shut off");
  });
});

test("hosts and their dialog can be read by everybody, and fit", async ({ page, far, hosts }) => {
  const vm = await far.vms.define();
  await hosts.open();
  await hosts.begin(far.sshd, "rhea", far.libvirtd.uri);
  await hosts.dialog.getByLabel("Sign in by").selectOption("Private key");
  await hosts.dialog.getByLabel("Private key", { exact: true }).fill(far.sshd.privateKey);
  await hosts.press("Test");
  await expect(hosts.dialog.getByText(fingerprintOf(far.sshd))).toBeVisible();
  await shots(page, "hosts", "asks");
  await hosts.press("Accept key");
  await hosts.passes();
  await shots(page, "hosts", "passed");
  await hosts.press("Add host");
  await expect(hosts.entry("rhea")).toContainText("Connected");
  await shots(page, "hosts", "page");
  await page.goto("/vms");
  await expect(new VmListPage(page).row(vm.name)).toBeVisible();
  await shots(page, "hosts", "vms");
  await hosts.remove("rhea");
});
