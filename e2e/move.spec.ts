import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { joinByCable, settingsOf } from "@/e2e/libvirtd/host-pair";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { qcow2Disk } from "@/e2e/libvirtd/qcow2-disk";
import { PrivateSshd, rootPassword } from "@/e2e/ssh/private-sshd";
import { violations } from "./fixtures/accessibility";
import { closeJob } from "./fixtures/close-job";
import { ConsoleTab } from "./fixtures/console-tab";
import { HostsPage } from "./fixtures/hosts-page";
import { test as base, expect } from "./fixtures/test";
import { Virsh } from "./fixtures/virsh";
import { guestReadyLine } from "./guest/guest";

/** With another host that is reached by ssh, and that a cable joins with this one. */
const test = base.extend<{ far: Far }>({
  far: async ({ libvirtd, secrets }, use) => {
    const [far, sshd] = await Promise.all([
      startPrivateLibvirtd({ settings: settingsOf(1) }),
      PrivateSshd.start(),
    ]);
    secrets.note(rootPassword);
    await joinByCable(libvirtd, far);
    await use({ libvirtd: far, sshd, virsh: new Virsh(far.uri) });
    await Promise.all([far.stop(), sshd.stop()]);
  },
});

type Far = { libvirtd: PrivateLibvirtd; sshd: PrivateSshd; virsh: Virsh };

async function addAtlas(page: Page, far: Far): Promise<HostsPage> {
  const hosts = new HostsPage(page);
  await hosts.open();
  await hosts.begin(far.sshd, "atlas", far.libvirtd.uri);
  await hosts.signInByPassword(rootPassword);
  await hosts.press("Test");
  await hosts.press("Accept key");
  await hosts.passes();
  await hosts.press("Add host");
  await expect(hosts.entry("atlas")).toContainText("Connected");
  return hosts;
}

async function removeAtlas(page: Page, hosts: HostsPage): Promise<void> {
  await hosts.open();
  await page.getByRole("button", { name: "Remove atlas…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(hosts.entry("atlas")).toHaveCount(0);
}

/** @returns the dialog that asks for the host */
async function beginMove(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  await page.getByRole("menuitem", { name: "Migrate…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Target host")).toHaveValue("atlas");
  return dialog;
}

const looks = [
  { look: "light", width: 1280 },
  { look: "dark", width: 375 },
] as const;

for (const { look, width } of looks)
  test(`${look}, ${width} px: a VM that runs goes to another host, and its console goes on there`, async ({
    page,
    far,
    vms,
    virsh,
  }) => {
    await page.emulateMedia({ colorScheme: look });
    await page.setViewportSize({ width, height: 900 });
    const vm = await vms.define();
    await virsh.run("start", vm.name);
    const hosts = await addAtlas(page, far);

    await page.goto(`/vms/local/${vm.uuid}?tab=console`);
    const console = new ConsoleTab(page);
    await expect(console.screen).toContainText(guestReadyLine);
    await console.type("kept=$((6*7))");
    await page.goto(`/vms/local/${vm.uuid}`);
    const dialog = await beginMove(page);
    await expect(dialog).toContainText("while it runs");
    await page.screenshot({ path: `test-results/move/${look}-plan.png`, fullPage: true });
    expect(await violations(page)).toEqual([]);
    await dialog.getByText("Options", { exact: true }).click();
    await dialog.getByLabel("Bandwidth limit (MiB/s)").fill("4");
    await dialog.getByRole("button", { name: "Migrate", exact: true }).click();
    await expect(dialog.getByText("Sending memory")).toBeVisible();
    await page.screenshot({ path: `test-results/move/${look}-way.png`, fullPage: true });
    await closeJob(page);
    await expect.poll(() => far.virsh.run("domstate", vm.name)).toContain("running");
    expect(await virsh.run("list", "--all", "--name")).not.toContain(vm.name);

    // The page that was open leads on.
    await page.getByRole("link", { name: `Go to ${vm.name}` }).click();
    await page.getByRole("tab", { name: "Console" }).click();
    const there = new ConsoleTab(page);
    await expect(page.getByRole("button", { name: "1 viewer" })).toBeVisible();
    await there.type("echo it-was-$kept");
    await expect(there.line("it-was-42")).toBeVisible();

    await removeAtlas(page, hosts);
  });

for (const { look, width } of looks)
  test(`${look}, ${width} px: a VM that is off goes to another host with its disk, and starts there`, async ({
    page,
    far,
    vms,
    virsh,
  }) => {
    await page.emulateMedia({ colorScheme: look });
    await page.setViewportSize({ width, height: 900 });
    const pool = "/var/lib/libvirt/images";
    const images = `images-${randomUUID().slice(0, 8)}`;
    for (const host of [virsh, far.virsh]) await host.run("pool-create-as", images, "dir", "--target", pool);
    const volume = `${images}.qcow2`;
    await virsh.run("vol-create-as", images, volume, "64M", "--format", "qcow2");
    const vm = await vms.define({ devices: [qcow2Disk(`${pool}/${volume}`)] });
    const hosts = await addAtlas(page, far);

    await page.goto(`/vms/local/${vm.uuid}`);
    const dialog = await beginMove(page);
    await expect(dialog).toContainText("It is off and stays off");
    await expect(dialog.getByRole("list", { name: "Disks" })).toContainText("is copied");
    await dialog.getByText("Options", { exact: true }).click();
    await expect(dialog.getByLabel("Auto-converge")).toHaveCount(0);
    await expect(dialog.getByText("Copy the disk vda to atlas")).toBeVisible();
    await page.screenshot({ path: `test-results/move/${look}-off-plan.png`, fullPage: true });
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Migrate", exact: true }).click();
    await closeJob(page);
    expect(await far.virsh.run("domstate", vm.name)).toContain("shut off");
    expect(await far.virsh.run("vol-list", images)).toContain(volume);
    expect(await virsh.run("vol-list", images)).not.toContain(volume);
    expect(await virsh.run("list", "--all", "--name")).not.toContain(vm.name);

    await page.getByRole("link", { name: `Go to ${vm.name}` }).click();
    await page.getByRole("button", { name: "Start", exact: true }).click();
    await expect.poll(() => far.virsh.run("domstate", vm.name)).toContain("running");
    await far.virsh.run("destroy", vm.name);

    await removeAtlas(page, hosts);
    await virsh.run("pool-destroy", images);
  });

for (const { look, width } of looks)
  test(`${look}, ${width} px: a clone of a VM is made on another host`, async ({ page, far, vms, virsh }) => {
    await page.emulateMedia({ colorScheme: look });
    await page.setViewportSize({ width, height: 900 });
    const images = `images-${randomUUID().slice(0, 8)}`;
    for (const host of [virsh, far.virsh])
      await host.run("pool-create-as", images, "dir", "--target", "/var/lib/libvirt/images");
    const volume = `${images}.qcow2`;
    await virsh.run("vol-create-as", images, volume, "64M", "--format", "qcow2");
    const vm = await vms.define({ devices: [qcow2Disk(`/var/lib/libvirt/images/${volume}`)] });
    const hosts = await addAtlas(page, far);

    await page.goto(`/vms/new?host=local&from=clone&vm=${vm.uuid}`);
    await page.getByLabel("Host", { exact: true }).selectOption("atlas");
    await expect(page.getByLabel("VM", { exact: true })).toContainText(`${vm.name} (on `);
    await expect(page.getByLabel("Disk vda")).toHaveValue("copy");
    await page.getByLabel("Start after creation").uncheck();
    await page.screenshot({ path: `test-results/move/${look}-clone.png`, fullPage: true });
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect.poll(() => far.virsh.run("list", "--all", "--name")).toContain(`${vm.name}-clone`);
    await expect(page).toHaveURL(/\/vms\/atlas\//);
    expect(await far.virsh.run("domblklist", `${vm.name}-clone`)).toContain(`${vm.name}-clone-vda.qcow2`);
    expect(await virsh.run("domstate", vm.name)).toContain("shut off");

    await removeAtlas(page, hosts);
    await virsh.run("vol-delete", volume, "--pool", images);
    await virsh.run("pool-destroy", images);
  });
