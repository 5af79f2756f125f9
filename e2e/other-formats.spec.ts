import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { violations } from "./fixtures/accessibility";
import { Pools } from "./fixtures/pools";
import { test as base, expect } from "./fixtures/test";
import { WizardPage } from "./fixtures/wizard-page";
import { sayingCd } from "./guest/boot-sector";

const test = base.extend<{ wizard: WizardPage; pools: Pools }, { hostRoot: string }>({
  // The machine itself: VMs are made there.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  hostRoot: [async ({}, use) => use("/"), { scope: "worker" }],
  pools: async ({ virsh }, use) => {
    const pools = new Pools(virsh);
    await use(pools);
    await pools.removeAll();
  },
  wizard: async ({ page, virsh, pools: _pools }, use) => {
    const wizard = new WizardPage(page);
    await use(wizard);
    for (const name of wizard.names) {
      await virsh.run("destroy", name).catch(() => undefined);
      await virsh.run("undefine", name, "--nvram").catch(() => undefined);
    }
  },
});

// A wizard and a job, on a machine that may be busy.
test.describe.configure({ timeout: 300_000 });

test("a configuration of Proxmox's becomes a VM, and what is left out is said", async ({
  page,
  wizard,
  pools,
  virsh,
}) => {
  const pool = await pools.define();
  const cd = join(pool.folder, "hello.iso");
  await writeFile(cd, sayingCd("Hello from Proxmox"));
  const name = wizard.newName();
  await wizard.open();
  await wizard.choose("Import");
  await wizard
    .field("Text")
    .fill(
      [
        `name: ${name}`,
        "machine: q35",
        "cores: 2",
        "memory: 96",
        "cpu: host",
        "ostype: l26",
        `ide2: ${cd},media=cdrom`,
        "scsihw: virtio-scsi-single",
        "serial0: socket",
        "vga: serial0",
        "onboot: 1",
        "net0: virtio=52:54:00:AB:CD:EF,firewall=1",
        "[before-update]",
        "cores: 1",
      ].join("\n"),
    );
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const told = page.getByRole("status").filter({ hasText: "Proxmox VE configuration imported" });
  await expect(told).toContainText("Turn on Autostart");
  await expect(told).toContainText("Not imported: firewall=1.");
  await expect(told).toContainText("The snapshot before-update is not imported.");
  await expect(wizard.summary).toContainText("96 MiB");
  expect(await violations(page)).toEqual([]);
  await wizard.step("Network");
  await page
    .getByRole("button", { name: /Remove/ })
    .first()
    .click();
  await wizard.emulate();
  await page.getByRole("checkbox", { name: "Start after creation" }).uncheck();
  await wizard.create();
  await expect(page).toHaveURL(/\/vms\/local\/[0-9a-f-]+/, { timeout: 120_000 });
  const xml = await virsh.run("dumpxml", "--inactive", name);
  expect(xml).toContain("<memory unit='KiB'>98304</memory>");
  expect(xml).toContain(`<source file='${cd}'/>`);
  expect(xml).toMatch(/machine='pc-q35/);
  expect(xml).not.toContain("<graphics");
});

test("a disk that is on the other host is asked for where it would be", async ({ page, wizard }) => {
  await wizard.open();
  await wizard.choose("Import");
  await wizard.field("Text").fill("cores: 1\nmemory: 64\nvirtio0: local-lvm:vm-100-disk-0,size=32G");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "imported" })).toContainText(
    "pvesm path local-lvm:vm-100-disk-0",
  );
  await expect(wizard.summary).toContainText("vm-100-disk-0.raw");
  await expect(wizard.createButton).toHaveAttribute("aria-disabled", "true");
});

test("a backup is refused by its beginning, with what to do", async ({ page, wizard }) => {
  await wizard.open();
  await wizard.choose("Import");
  await page.getByLabel("Or choose a file").setInputFiles({
    name: "dump.vma",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("VMA\0\0\0\0\u0001"),
  });
  await expect(page.getByText("vma extract")).toBeVisible();
  await expect(wizard.field("Text")).toHaveValue("");
});

test("the import fits a small dark screen", async ({ page, wizard }) => {
  await wizard.open();
  await page.setViewportSize({ width: 375, height: 800 });
  await page.emulateMedia({ colorScheme: "dark" });
  await wizard.choose("Import");
  await wizard
    .field("Text")
    .fill("cores: 1\ncpu: x86-64-v3\nnet0: vmxnet3=52:54:00:AB:CD:EF,bridge=vmbr0,tag=3\nonboot: 1");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "imported" })).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(375);
  expect(await violations(page)).toEqual([]);
});

test("a VM is exported to Proxmox and KubeVirt, to be read and saved", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  await page.goto(`/vms/local/${vm.uuid}`);
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  await page.getByRole("menuitem", { name: "Export…" }).click();
  const dialog = page.getByRole("dialog", { name: `Export ${vm.name}` });
  const proxmox = dialog.getByRole("region", { name: "Proxmox VE configuration" });
  await expect(proxmox).toContainText(`smbios1: uuid=${vm.uuid}`);
  const saving = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/\.conf$/);
  const memory = Number(/<memory unit='KiB'>(\d+)</.exec(await virsh.run("dumpxml", vm.name))?.[1]) / 1024;
  expect(await readFile(await saved.path(), "utf8")).toContain(`memory: ${memory}\n`);
  expect(await violations(page, "[role=dialog]")).toEqual([]);

  await dialog.getByLabel("Format").selectOption("KubeVirt manifests");
  await expect(dialog.getByRole("region", { name: "KubeVirt manifests" })).toContainText(
    'kind: "VirtualMachine"',
  );
  await page.setViewportSize({ width: 375, height: 800 });
  await page.emulateMedia({ colorScheme: "dark" });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(375);
  expect(await violations(page, "[role=dialog]")).toEqual([]);
});
