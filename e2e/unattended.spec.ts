import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { installerIso } from "@/server/work/kill/testing/installer-iso.test-data";
import { violations } from "./fixtures/accessibility";
import { ConsoleTab } from "./fixtures/console-tab";
import { signedIn } from "./fixtures/signed-in";
import { expect, test } from "./fixtures/test";
import type { Virsh } from "./fixtures/virsh";
import { WizardPage } from "./fixtures/wizard-page";
import { guestReadyLine } from "./guest/guest";

// A wizard, a job and the boot of an emulated guest, on a machine that may be busy.
test.describe.configure({ timeout: 300_000 });
const boot = { timeout: 120_000 };

const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA ada@laptop";

async function withPool(virsh: Virsh): Promise<void> {
  await virsh.run("pool-create-as", "default", "dir", "--target", "/var/lib/libvirt/images");
}

/** Begins a VM from an ISO, without KVM. */
async function begin(page: Page, name: string, iso: string): Promise<WizardPage> {
  const wizard = new WizardPage(page);
  await wizard.open();
  await wizard.choose("Minimal test VM");
  await expect(wizard.summary).toContainText("256 MiB");
  await wizard.field("Name").fill(name);
  await wizard.field("Installation ISO").selectOption(iso);
  await wizard.emulate();
  return wizard;
}

test("Rocky is installed by a kickstart file, which its installer finds on a CD of its own", async ({
  browser,
  fresh: { server, virsh, libvirtd },
}) => {
  const images = join(libvirtd.folder, "lib/images");
  await installerIso(
    join(images, "rocky.iso"),
    { "images/pxeboot/vmlinuz": Buffer.alloc(9) },
    "Rocky-9-4-x86_64-dvd",
  );
  await withPool(virsh);
  const page = await signedIn(browser, server);
  const wizard = await begin(page, "rocky", "rocky.iso");
  await page.getByLabel("Install without questions").check();
  await expect(wizard.field("Installer")).toHaveValue("kickstart");
  await expect(page.getByText("The ISO is “Rocky-9-4-x86_64-dvd”.")).toBeVisible();
  await expect(page.getByText("The user needs a password, for sudo.").first()).toBeVisible();
  await wizard.field("Password").fill("a s3cret");
  await wizard.field("SSH keys").fill(key);
  await wizard.field("Time zone").fill("Europe/Berlin");
  await wizard.field("IPv4").selectOption("static");
  await wizard.field("IPv4 address (CIDR)").fill("192.168.7.20/24");
  await wizard.field("IPv4 gateway").fill("192.168.7.1");
  await wizard.field("DNS servers").fill("192.168.7.1");
  await lookAt(page, "form");
  await page.getByRole("button", { name: "Edit file" }).click();
  const file = page.getByLabel("ks.cfg");
  await expect(file).toHaveValue(/--password=\$6\$/);
  await file.fill((await file.inputValue()).replace("@core", "@core\ntmux"));
  await lookAt(page, "file");
  await page.getByLabel("Start after creation").uncheck();
  await wizard.create();
  await expect(page).toHaveURL(/\/vms\/local\/[0-9a-f-]+$/);
  const xml = await virsh.run("dumpxml", "rocky", "--inactive");
  expect([...xml.matchAll(/volume='([^']+\.iso)'/g)].map(([, volume]) => volume)).toEqual([
    "rocky.iso",
    "rocky-answers.iso",
  ]);
  const isoinfo = async (...words: string[]) =>
    (await promisify(execFile)("isoinfo", ["-i", join(images, "rocky-answers.iso"), ...words])).stdout;
  expect(await isoinfo("-d")).toContain("Volume id: OEMDRV");
  const answers = await isoinfo("-J", "-x", "/ks.cfg");
  expect(answers).toContain(`sshkey --username=admin "${key}"`);
  expect(answers).toContain("--ip=192.168.7.20 --netmask=255.255.255.0 --gateway=192.168.7.1");
  expect(answers).toContain("timezone Europe/Berlin --utc");
  expect(answers).toContain("\ntmux\nqemu-guest-agent\n%end");
  expect(answers).not.toContain("s3cret");
  await page.context().close();
});

test("Debian’s installer is started with its answers, and the VM from its disk when it is through", async ({
  browser,
  guest,
  fresh: { server, virsh, libvirtd },
}) => {
  const images = join(libvirtd.folder, "lib/images");
  const files = { "install.amd/vmlinuz": guest.kernel, "install.amd/initrd.gz": guest.initrd };
  await installerIso(join(images, "debian.iso"), files);
  await withPool(virsh);
  const page = await signedIn(browser, server);
  const wizard = await begin(page, "web", "debian.iso");
  await page.getByLabel("Install without questions").check();
  await expect(wizard.field("Installer")).toHaveValue("preseed");
  await wizard.field("Password").fill("a s3cret");
  await wizard.field("SSH keys").fill(key);
  await wizard.step("Graphics and more");
  await wizard.field("Graphics").selectOption("none");
  await wizard.step("Source");
  await wizard.create();
  const console = new ConsoleTab(page);
  await expect(console.screen).toContainText(guestReadyLine, boot);
  const running = await virsh.run("dumpxml", "web");
  expect(running).toContain("<cmdline>auto=true priority=critical console=ttyS0</cmdline>");
  expect(running).toContain("<on_reboot>destroy</on_reboot>");
  expect(await virsh.run("dumpxml", "web", "--inactive")).not.toContain("<kernel>");
  expect(running).not.toContain("answers.iso");

  await console.type("grep username /preseed.cfg; cut -c1-11 /authorized_keys");
  await expect(console.screen).toContainText("d-i passwd/username string admin");
  await expect(console.line("ssh-ed25519")).toBeVisible();
  // So far it did not end by itself, and nothing of it is gone.
  expect(await virsh.run("vol-list", "default")).toContain("web-installer-initrd");
  expect(
    (await readFile(join(images, "web-installer-initrd"))).includes("/user-password-crypted password $6$"),
  ).toBe(true);

  await console.type("reboot -f");
  // What runs has the note until it stops: that is how it was started.
  await expect
    .poll(async () => (await virsh.run("dumpxml", "web", "--inactive")).includes("installing"), boot)
    .toBe(false);
  await expect.poll(() => virsh.state("web"), boot).toBe("running");
  const after = await virsh.run("dumpxml", "web");
  expect(after).not.toContain("<kernel>");
  expect(after).toContain("<on_reboot>restart</on_reboot>");
  await expect.poll(() => virsh.run("vol-list", "default"), boot).not.toContain("installer");
  await page.context().close();
});

/** Looks at the wizard in both colours and on a small screen. */
async function lookAt(page: Page, what: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1440, 375]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const section = page.getByRole("region", { name: "Unattended installation" });
      await section.scrollIntoViewIfNeeded();
      await page.screenshot({
        path: `test-results/unattended/${what}-${colorScheme}-${width}.png`,
        fullPage: true,
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await violations(page)).toEqual([]);
}
