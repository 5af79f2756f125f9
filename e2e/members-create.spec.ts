import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { closeJob } from "./fixtures/close-job";
import { limitVms, openGrants } from "./fixtures/grants";
import { invite } from "./fixtures/invite";
import { expect, test } from "./fixtures/test";
import { WizardPage } from "./fixtures/wizard-page";

const noHost = "There is no host on which you may create VMs";

test("two members each create a VM of what they were given, use it, and find nothing of the other's", async ({
  page,
  browser,
  server,
  virsh,
  complaints,
}) => {
  const id = randomBytes(3).toString("hex");
  const [disks, media] = [`disks-${id}`, `media-${id}`];
  const folder = await mkdtemp(join(tmpdir(), "passdeck-media-"));
  for (const pool of [disks, media])
    await virsh.run("pool-create-as", pool, "dir", "--target", join(folder, pool), "--build");
  await virsh.run("vol-create-as", media, "debian.iso", "1M", "--format", "raw");
  const names = [`uma-${id}`, `vic-${id}`] as const;
  const member = async (name: string) => {
    const { page: theirs } = await invite({ page, browser, url: server.url, complaints, name }, "Member");
    return { name, theirs };
  };
  const people = [await member(names[0]), await member(names[1])] as const;

  // Without a grant they are told whom to ask.
  const uma = people[0].theirs;
  await uma.goto("/vms");
  await expect(uma.getByRole("heading", { name: "No VM is shared with you yet" })).toBeVisible();
  await uma.goto("/vms/new");
  await expect(uma.getByRole("heading", { name: noHost })).toBeVisible();
  await uma.goto("/vms");

  for (const name of names) {
    await limitVms(page, name);
    await grant(page, name, { disks, media });
    // A pool for both was refused.
    expect(complaints.splice(0).join()).toMatch(/^Failed to load resource: .* 409 /);
  }
  // The open page has it at once.
  await expect(uma.getByRole("link", { name: "Create a VM" })).toBeVisible();

  const made: { name: string; theirs: Page; vm: string }[] = [];
  for (const { name, theirs } of people) {
    await theirs.goto("/vms");
    await theirs.getByRole("link", { name: "Create a VM" }).click();
    const wizard = new WizardPage(theirs);
    const vm = wizard.newName();
    await describeVm(theirs, wizard, vm);
    await expect(theirs.getByRole("radio", { name: "libvirt XML" })).toHaveCount(0);
    await expect(theirs.getByRole("tab", { name: "GPUs and USB" })).toHaveCount(0);
    await wizard.create();
    await expect(theirs).toHaveURL(/\/vms\/local\/[0-9a-f-]+\?tab=console/);
    await expect(theirs.getByRole("heading", { name: vm })).toBeVisible();
    await expect.poll(() => virsh.run("domstate", vm)).toContain("running");
    await expect(theirs.getByRole("tab", { name: "Console" })).toHaveAttribute("aria-selected", "true");
    made.push({ name, theirs, vm });
  }

  for (const { name, theirs, vm } of made) {
    const others = made.find((one) => one.vm !== vm)?.vm ?? "";
    await theirs.goto("/vms");
    await expect(theirs.getByRole("grid").getByRole("link", { name: vm })).toBeVisible();
    await theirs.getByRole("searchbox").fill(others);
    await expect(theirs.getByRole("heading", { name: "No VM matches" })).toBeVisible();
    const uuid = (await virsh.run("domuuid", others)).trim();
    await theirs.goto(`/vms/local/${uuid}`);
    await expect(theirs.getByRole("heading", { name: "There is no such VM" })).toBeVisible();

    // One VM is all that the quota has.
    await theirs.goto("/vms/new");
    const wizard = new WizardPage(theirs);
    await describeVm(theirs, wizard, wizard.newName());
    await expect(theirs.getByText("VMs: the limit is 1, 1 used, and this takes 1.").first()).toBeVisible();
    await expect(theirs.getByText(`quota of the user ${name}`).first()).toBeVisible();
    await expect(wizard.createButton).toHaveAttribute("aria-disabled", "true");
  }

  // The disc of their VM is theirs to change, to what was given to them; nothing else of its hardware is.
  const [first] = made;
  if (first === undefined) throw new Error("nobody has made a VM");
  const { theirs: owners, vm: owned } = first;
  const drive = async () => /device='cdrom'>.*?<\/disk>/s.exec(await virsh.run("dumpxml", owned))?.[0];
  await owners.goto(`/vms/local/${(await virsh.run("domuuid", owned)).trim()}?tab=hardware`);
  await owners.getByRole("button", { name: /CD\/DVD drive/ }).click();
  const disc = owners.getByRole("region", { name: "Disc of sda" });
  await expect(disc).toContainText("In the drive: debian.iso");
  await disc.getByRole("button", { name: "Eject…" }).click();
  await owners.getByRole("dialog").getByRole("button", { name: "Eject", exact: true }).click();
  await closeJob(owners);
  await expect(disc).toContainText("The drive is empty.");
  expect(await drive()).not.toContain("debian.iso");
  await owners.screenshot({ path: "test-results/members-create/disc.png" });
  await disc.getByLabel("Disc").selectOption("debian.iso");
  await disc.getByRole("button", { name: "Insert…" }).click();
  await owners.getByRole("dialog").getByRole("button", { name: "Insert", exact: true }).click();
  await closeJob(owners);
  await expect(disc).toContainText("In the drive: debian.iso");
  expect(await drive()).toContain("debian.iso");

  await owners.goto("/vms/new");
  await expect(owners.getByRole("tab", { name: "Review" })).toBeVisible();

  // What is taken is gone from the page that is open.
  await page.goto("/people");
  await openGrants(page, names[0]);
  await page.getByRole("dialog").getByLabel("May create VMs on").uncheck();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(uma.getByRole("heading", { name: noHost })).toBeVisible();
  await page.goto("/audit");
  const set = `Let the user ${names[0]} make VMs on local: disks in ${disks}; networks none; media of ${media}`;
  await expect(page.getByRole("row").filter({ hasText: set })).toContainText("Done");

  for (const { name, theirs, vm } of made) {
    await theirs.context().close();
    await virsh.run("destroy", vm);
    await virsh.run("undefine", vm, "--nvram");
    await page.goto("/people");
    await page.getByRole("button", { name: `Actions for ${name}` }).click();
    await page.getByRole("menuitem", { name: "Delete…" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await expect(page.getByRole("row", { name: new RegExp(name) })).toHaveCount(0);
  }
  for (const pool of [disks, media]) await virsh.run("pool-destroy", pool);
  await rm(folder, { recursive: true, force: true });
});

/** Describes a VM from the ISO, up to where its plan is shown. */
async function describeVm(theirs: Page, wizard: WizardPage, vm: string): Promise<void> {
  await wizard.choose("Minimal test VM");
  await wizard.field("Name").fill(vm);
  await wizard.field("Installation ISO").selectOption({ label: "debian.iso" });
  await wizard.emulate();
  await wizard.step("Review");
  await expect(theirs.getByRole("heading", { name: "What will be done" })).toBeVisible();
}

async function grant(
  page: Page,
  name: string,
  { disks, media }: { disks: string; media: string },
): Promise<void> {
  await openGrants(page, name);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("May create VMs on").check();
  await expect(dialog.getByText("Not limited by the quota: vCPUs, Memory, Disk.")).toBeVisible();
  await dialog.getByRole("group", { name: "Storage pools for new disks" }).getByLabel(disks).check();
  const ofMedia = dialog.getByRole("group", { name: "Storage pools of ISOs and images" });
  await ofMedia.getByLabel(disks).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("would be for new disks and for media at once")).toBeVisible();
  await ofMedia.getByLabel(disks).uncheck();
  await ofMedia.getByLabel(media).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
}
