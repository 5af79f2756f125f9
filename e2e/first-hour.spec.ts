import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { violations } from "./fixtures/accessibility";
import { closeJob } from "./fixtures/close-job";
import { ConsoleTab } from "./fixtures/console-tab";
import { signedIn } from "./fixtures/signed-in";
import { expect, test } from "./fixtures/test";
import type { Virsh } from "./fixtures/virsh";
import { WizardPage } from "./fixtures/wizard-page";
import { sayingCd, seedReaderDisk } from "./guest/boot-sector";

/** Takes the network away that libvirt's package brings: what is left is a host as it is without it. */
async function emptied(virsh: Virsh): Promise<void> {
  const names = (await virsh.run("net-list", "--all", "--name")).split(/\s+/).filter((name) => name !== "");
  for (const name of names) await virsh.run("net-undefine", name);
  expect(await virsh.run("pool-list", "--all", "--name")).toBe("");
}

/** Begins a VM on a host that has nothing, and takes the wizard's offer of a pool and a network. */
async function beginOnNothing(page: Page, source: string): Promise<void> {
  await page.goto("/vms/new");
  await page.getByRole("radio", { name: source }).check();
  await page.getByRole("radio", { name: "Minimal test VM" }).check();
  await page.getByLabel("Name", { exact: true }).fill("first");
  await page.getByRole("button", { name: "Set up storage and a network…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Set up" }).click();
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
  await beginOnNothing(page, "Network boot");
  // However early the job is looked away from: the wizard goes on once there is a pool.
  const dialog = page.getByRole("dialog");
  // Before, it is the plan's dialog, which becomes the job's.
  await dialog
    .getByRole("status")
    .filter({ hasText: /Running|Done/ })
    .waitFor();
  await dialog.getByRole("button", { name: "Close" }).last().click();
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

test("from an empty host to a running VM of the image catalogue, without leaving the wizard", async ({
  browser,
  fresh,
  mirror,
}) => {
  const { server, virsh, libvirtd } = fresh;
  const image = await qcow2Of(seedReaderDisk());
  const folder = "cloud.debian.org/images/cloud/trixie/latest";
  const file = "debian-13-genericcloud-amd64.qcow2";
  mirror.serve(`${folder}/${file}`, image);
  mirror.serve(`${folder}/SHA512SUMS`, `${"0".repeat(128)}  ${file}\n`);
  await emptied(virsh);
  const page = await signedIn(browser, server);
  await beginOnNothing(page, "Cloud image");
  await closeJob(page);

  const fetchImage = async () => {
    await page.getByRole("button", { name: "Image catalogue" }).click();
    const catalogue = page.getByRole("dialog", { name: "Image catalogue" });
    await catalogue.getByLabel("Search images").fill("trixie");
    await catalogue.getByRole("button", { name: "Download Debian 13 (trixie)" }).click();
  };
  await fetchImage();
  const job = page.getByRole("dialog", { name: "Download Debian 13 (trixie)" });
  await expect(job.getByText(/its SHA-512 is [0-9a-f]{128}, not 0{128}/).first()).toBeVisible();
  await job.getByRole("button", { name: "Close" }).last().click();
  expect(await virsh.run("vol-list", "default")).toBe("");

  mirror.serve(`${folder}/SHA512SUMS`, `${createHash("sha512").update(image).digest("hex")}  ${file}\n`);
  await fetchImage();
  // It goes on by itself: the image is chosen, and its user.
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByLabel("Image", { exact: true })).toHaveValue(JSON.stringify(["default", file]));
  await expect(page.getByLabel("User name")).toHaveValue("debian");
  expect(await readFile(join(libvirtd.folder, "lib/images", file))).toEqual(image);
  await page.getByLabel("SSH keys").fill("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA ada@laptop");
  await new WizardPage(page).emulate();
  const create = page.getByRole("region", { name: "Summary" }).getByRole("button", { name: "Create" });
  await expect(create).not.toHaveAttribute("aria-disabled", "true");
  await create.click();
  await expect(new ConsoleTab(page).screen).toContainText(`hostname: "first"`, { timeout: 120_000 });
  expect(await virsh.state("first")).toBe("running");

  await page.goto("/storage");
  await page.getByRole("button", { name: "Image catalogue" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Debian 13 (trixie)" });
  await expect(row).toContainText("In default");
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test("Windows is installed without questions: the answer file is on a CD of its own, and its password nowhere else", async ({
  browser,
  fresh,
}) => {
  const { server, virsh, libvirtd } = fresh;
  const images = join(libvirtd.folder, "lib/images");
  for (const iso of ["windows.iso", "virtio-win.iso"]) await writeFile(join(images, iso), sayingCd(iso));
  await virsh.run("pool-create-as", "default", "dir", "--target", "/var/lib/libvirt/images");
  await virsh.run("net-start", "default");
  const page = await signedIn(browser, server);
  const wizard = new WizardPage(page);
  await wizard.open();
  await wizard.choose("Windows 11");
  await wizard.field("Name").fill("office");
  await wizard.field("Installation ISO").selectOption("windows.iso");
  await wizard.field("virtio-win CD").selectOption("virtio-win.iso");
  await page.getByLabel("Install Windows without questions").check();
  await wizard.field("Account password").fill("a s3cret & more");
  await page.getByRole("button", { name: "Edit file" }).click();
  const file = page.getByLabel("autounattend.xml");
  await expect(file).toHaveValue(/<ComputerName>OFFICE<\/ComputerName>/);
  await file.fill((await file.inputValue()).replace("OFFICE", "DESK"));
  await wizard.emulate();
  await page.getByLabel("Start after creation").uncheck();
  await wizard.create();
  await expect(page).toHaveURL(/\/vms\/local\/[0-9a-f-]+$/);
  const xml = await virsh.run("dumpxml", "office", "--inactive");
  const cds = [...xml.matchAll(/volume='([^']+\.iso)'/g)].map(([, volume]) => volume);
  expect(cds).toEqual(["windows.iso", "virtio-win.iso", "office-answers.iso"]);
  expect(xml).not.toContain("s3cret");
  const cd = ["-J", "-i", join(images, "office-answers.iso"), "-x", "/autounattend.xml"];
  const { stdout } = await promisify(execFile)("isoinfo", cd);
  expect(stdout).toContain("<ComputerName>DESK</ComputerName>");
  expect(stdout).toContain(Buffer.from("a s3cret & morePassword", "utf16le").toString("base64"));
  await page.context().close();
});

/** The same disk, as publishers of images have it. */
async function qcow2Of(disk: Buffer): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "image-"));
  const [raw, qcow2] = [join(folder, "raw"), join(folder, "qcow2")];
  await writeFile(raw, disk);
  await promisify(execFile)("qemu-img", ["convert", "-f", "raw", "-O", "qcow2", raw, qcow2]);
  const image = await readFile(qcow2);
  await rm(folder, { recursive: true });
  return image;
}
