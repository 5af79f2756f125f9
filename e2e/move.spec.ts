import { joinByCable, settingsOf } from "@/e2e/libvirtd/host-pair";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { PrivateSshd, rootPassword } from "@/e2e/ssh/private-sshd";
import { violations } from "./fixtures/accessibility";
import { closeJob } from "./fixtures/close-job";
import { ConsoleTab } from "./fixtures/console-tab";
import { HostsPage } from "./fixtures/hosts-page";
import { test as base, expect } from "./fixtures/test";
import { Virsh } from "./fixtures/virsh";
import { guestReadyLine } from "./guest/guest";

/** With another host that is reached by ssh, and that a cable joins with this one. */
const test = base.extend<{ far: { libvirtd: PrivateLibvirtd; sshd: PrivateSshd; virsh: Virsh } }>({
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

for (const { look, width } of [
  { look: "light", width: 1280 },
  { look: "dark", width: 375 },
] as const)
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
    const hosts = new HostsPage(page);
    await hosts.open();
    await hosts.begin(far.sshd, "atlas", far.libvirtd.uri);
    await hosts.signInByPassword(rootPassword);
    await hosts.press("Test");
    await hosts.press("Accept key");
    await hosts.passes();
    await hosts.press("Add host");
    await expect(hosts.entry("atlas")).toContainText("Connected");

    await page.goto(`/vms/local/${vm.uuid}?tab=console`);
    const console = new ConsoleTab(page);
    await expect(console.screen).toContainText(guestReadyLine);
    await console.type("kept=$((6*7))");
    await page.goto(`/vms/local/${vm.uuid}`);
    await page.getByRole("button", { name: "Actions", exact: true }).click();
    await page.getByRole("menuitem", { name: "Migrate…" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByLabel("Target host")).toHaveValue("atlas");
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

    await hosts.open();
    await page.getByRole("button", { name: "Remove atlas…" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
    await expect(hosts.entry("atlas")).toHaveCount(0);
  });
