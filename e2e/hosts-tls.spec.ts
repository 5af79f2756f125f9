import { TlsLibvirtd } from "@/e2e/tls/tls-libvirtd";
import { ConsoleTab } from "./fixtures/console-tab";
import { GuestVms } from "./fixtures/guest-vms";
import { HostsPage } from "./fixtures/hosts-page";
import { shots } from "./fixtures/shots";
import { test as base, expect } from "./fixtures/test";
import { Virsh } from "./fixtures/virsh";
import { guestReadyLine } from "./guest/guest";

interface TlsHost {
  libvirtd: TlsLibvirtd;
  virsh: Virsh;
  vms: GuestVms;
}

/** With another host whose libvirt listens with TLS, and nothing else of which can be reached. */
const test = base.extend<{ far: TlsHost; hosts: HostsPage }>({
  far: async ({ guest, secrets }, use) => {
    const libvirtd = await TlsLibvirtd.start();
    secrets.note(libvirtd.client.privateKey.split("\n")[1] ?? "");
    const virsh = new Virsh(libvirtd.libvirtd.uri);
    const vms = new GuestVms(virsh, guest);
    await use({ libvirtd, virsh, vms });
    await vms.removeAll();
    await libvirtd.stop();
  },
  hosts: async ({ page }, use) => use(new HostsPage(page)),
});

test("a host is added by TLS; its VM is started, its serial console used, and each page says what it can't have", async ({
  page,
  far,
  hosts,
  server,
  secrets,
}) => {
  test.slow();
  const screen = { name: "graphics", attributes: { type: "vnc", port: "-1", autoport: "yes" } };
  const vm = await far.vms.define({ devices: [screen] });

  await test.step("a key that is not the certificate's is told at its step, the host's is accepted", async () => {
    await hosts.open();
    await hosts.beginTls(far.libvirtd, "tethys");
    await hosts.giveKey(far.libvirtd.pki.issue({ name: "another" }).privateKey);
    await hosts.press("Test");
    await expect(hosts.dialog.getByText(far.libvirtd.fingerprint)).toBeVisible();
    await shots(page, "hosts-tls", "asks");
    await hosts.press("Accept key");
    await expect(hosts.step("Sign-in")).toContainText("Failed");
    await expect(hosts.step("Sign-in")).toContainText("belong together");
    await hosts.giveKey(far.libvirtd.client.privateKey);
    await hosts.press("Test");
    await hosts.passes();
    await expect(hosts.step("Files")).toContainText("Not by TLS");
    await shots(page, "hosts-tls", "passed");
    await hosts.press("Add host");
    await expect(hosts.dialog).toHaveCount(0);
    await expect(hosts.entry("tethys")).toContainText("Connected");
    await expect(hosts.entry("tethys")).toContainText(far.libvirtd.fingerprint);
    await shots(page, "hosts-tls", "page");
    expect(await secrets.leaks(server)).toEqual([]);
  });

  await test.step("its VM is started, and its serial console works", async () => {
    await page.goto(`/vms/tethys/${vm.uuid}?tab=console`);
    await page.getByRole("button", { name: "Start", exact: true }).first().click();
    const console = new ConsoleTab(page);
    await page
      .getByRole("tab", { name: "Serial" })
      .or(page.getByRole("button", { name: "Serial" }))
      .first()
      .click();
    await expect(console.screen).toContainText(guestReadyLine);
    expect(await far.virsh.state(vm.name)).toBe("running");
    await console.type("echo $((6*7))");
    await expect(console.line("42")).toBeVisible();
  });

  await test.step("each page says what takes ssh", async () => {
    const why = page.getByText(/reached by TLS only, which gives libvirt alone/);
    for (const path of [
      "/host?host=tethys",
      "/passthrough?host=tethys",
      `/vms/tethys/${vm.uuid}?tab=console`,
    ]) {
      await page.goto(path);
      await expect(why, path).toBeVisible();
    }
    await page.goto(`/vms/tethys/${vm.uuid}?tab=xml`);
    await expect(page.getByText("Nothing is suggested, as this host’s schemas")).toBeVisible();
    await page.goto("/vms/new?host=tethys");
    await expect(page.getByText("No storage pool is running on this host")).toBeVisible();
  });

  await hosts.remove("tethys");
  expect(await far.virsh.state(vm.name)).toBe("running");
});
