import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ConsoleTab } from "./fixtures/console-tab";
import { Pools } from "./fixtures/pools";
import { test as base, expect } from "./fixtures/test";
import { VmListPage } from "./fixtures/vm-list";
import { WizardPage } from "./fixtures/wizard-page";
import { sayingCd, seedReaderDisk } from "./guest/boot-sector";
import { guestDomainXml } from "./guest/domain-xml";
import { guestReadyLine } from "./guest/guest";

interface WizardFixtures {
  wizard: WizardPage;
  pools: Pools;
}

const test = base.extend<WizardFixtures, { hostRoot: string }>({
  // The machine itself: VMs are started here, which a captured host's bridges and KVM are no use for.
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
      // It may be off, or never have been made.
      await virsh.run("destroy", name).catch(() => undefined);
      await virsh.run("undefine", name, "--nvram").catch(() => undefined);
    }
  },
});

// A wizard, a job and the boot of an emulated guest, on a machine that may be busy.
test.describe.configure({ timeout: 300_000 });
const boot = { timeout: 120_000 };

const hello = "Hello from the CD";

test("from an installation ISO to a running guest", async ({ page, wizard, pools, virsh }) => {
  const pool = await pools.define();
  await writeFile(join(pool.folder, "hello.iso"), sayingCd(hello));
  await virsh.run("pool-refresh", pool.name);
  const name = wizard.newName();

  await wizard.open();
  await wizard.choose("Minimal test VM");
  await wizard.field("Installation ISO").selectOption("hello.iso");
  await wizard.field("Name").fill(name);
  // By KVM where the machine's works, else emulated: nothing is asked.
  await wizard.create();

  await expect(page).toHaveURL(/\/vms\/local\/[0-9a-f-]+\?tab=console$/, boot);
  await expect(new ConsoleTab(page).screen).toContainText(hello, boot);
  expect(await virsh.state(name)).toBe("running");
  const xml = await virsh.run("dumpxml", "--inactive", name);
  expect(xml).toContain(`<name>${name}</name>`);
  expect(xml).toContain("<memory unit='KiB'>262144</memory>");
  expect(xml).toMatch(/<vcpu placement='static'>1<\/vcpu>/);
  expect(xml).toMatch(new RegExp(`file='[^']*/${name}.qcow2'|volume='${name}.qcow2'`));
  expect(xml).toMatch(/file='[^']*\/hello.iso'|volume='hello.iso'/);
  expect(await virsh.run("vol-info", `${name}.qcow2`, "--pool", pool.name)).toMatch(/Capacity: +1\.00 GiB/);
});

test("from a cloud image, which reads its seed", async ({ page, wizard, pools, virsh }) => {
  const pool = await pools.define();
  await writeFile(join(pool.folder, "cloud.img"), seedReaderDisk());
  await virsh.run("pool-refresh", pool.name);
  const name = wizard.newName();

  await wizard.open();
  await wizard.choose("Cloud image");
  await wizard.choose("Minimal test VM");
  await wizard.field("Image").selectOption("cloud.img");
  await wizard.field("Name").fill(name);
  await wizard.field("User name").fill("ada");
  await wizard.field("SSH keys").fill("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA ada@laptop");
  await wizard.emulate();
  await wizard.create();

  const { screen } = new ConsoleTab(page);
  await expect(screen).toContainText(`hostname: "${name}"`, boot);
  await expect(screen).toContainText("ada@laptop");
  expect(await virsh.run("vol-info", `${name}.qcow2`, "--pool", pool.name)).toMatch(/Capacity: +1\.00 GiB/);
  expect(await readFile(join(pool.folder, "cloud.img"))).toEqual(seedReaderDisk());
});

test("a clone has disks and identities of its own", async ({ page, wizard, pools, vms, virsh }) => {
  const pool = await pools.define();
  await virsh.run("vol-create-as", pool.name, "data.img", "1M", "--format", "raw");
  const disk = join(pool.folder, "data.img");
  await writeFile(disk, Buffer.alloc(2 ** 20, 7));
  const devices = [
    {
      name: "disk",
      attributes: { type: "file", device: "disk" },
      children: [
        { name: "driver", attributes: { name: "qemu", type: "raw" } },
        { name: "source", attributes: { file: disk } },
        { name: "target", attributes: { dev: "vda", bus: "virtio" } },
      ],
    },
  ];
  const original = await vms.define({ devices });
  const name = wizard.newName();

  const list = new VmListPage(page);
  await list.open();
  await list.choose(original.name, "Clone…");
  await expect(wizard.field("Name")).toHaveValue(`${original.name}-clone`);
  await wizard.field("Name").fill(name);
  await wizard.create();

  await expect(new ConsoleTab(page).screen).toContainText(guestReadyLine, boot);
  const [before, after] = await Promise.all(
    [original.name, name].map((vm) => virsh.run("dumpxml", "--inactive", vm)),
  );
  const valuesOf = (xml: string | undefined, pattern: RegExp) => pattern.exec(xml ?? "")?.[1];
  for (const pattern of [/<uuid>(.+)<\/uuid>/, /mac address='(.+?)'/]) {
    expect(valuesOf(after, pattern)).toBeTruthy();
    expect(valuesOf(after, pattern)).not.toBe(valuesOf(before, pattern));
  }
  expect(after).toContain(`pool='${pool.name}' volume='${name}-vda.raw'`);
  expect(await readFile(join(pool.folder, `${name}-vda.raw`))).toEqual(await readFile(disk));
});

test("a definition from elsewhere is taken as it is", async ({ page, wizard, guest, virsh }) => {
  const name = wizard.newName();
  await wizard.open();
  await wizard.choose("libvirt XML");
  await wizard.field("libvirt XML").fill(guestDomainXml(guest, { name }));
  await expect(page.getByText(`It defines the VM “${name}”.`)).toBeVisible();
  await wizard.create();

  await expect(new ConsoleTab(page).screen).toContainText(guestReadyLine, boot);
  const xml = await virsh.run("dumpxml", "--inactive", name);
  expect(xml).toContain(`<kernel>${guest.kernel}</kernel>`);
  expect(xml).toContain("<memory unit='KiB'>98304</memory>");
});

test("a command of QEMU's becomes a VM, and what is left out is said", async ({
  page,
  wizard,
  pools,
  virsh,
}) => {
  const pool = await pools.define();
  const cd = join(pool.folder, "hello.iso");
  await writeFile(cd, sayingCd(hello));
  const name = wizard.newName();

  await wizard.open();
  await wizard.choose("Import");
  await wizard
    .field("Text")
    .fill(
      `qemu-system-x86_64 -name ${name} -M q35 -m 128 -smp 2 -cdrom ${cd} -serial pty -display none -frobnicate`,
    );
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("-frobnicate", { exact: true })).toBeVisible();
  await expect(wizard.summary).toContainText("128 MiB");
  await wizard.emulate();
  await wizard.create();

  await expect(new ConsoleTab(page).screen).toContainText(hello, boot);
  const xml = await virsh.run("dumpxml", "--inactive", name);
  expect(xml).toContain("<memory unit='KiB'>131072</memory>");
  expect(xml).toMatch(/<vcpu placement='static'>2<\/vcpu>/);
});

test("what stands against a VM stands beside the field, with what to do", async ({
  page,
  wizard,
  pools,
  virsh,
}) => {
  const pool = await pools.define();
  await copyFile("/bin/true", join(pool.folder, "a.iso"));
  await virsh.run("pool-refresh", pool.name);
  await wizard.open();
  await expect(wizard.summary).toContainText("Choose the ISO to install from.");
  await expect(wizard.createButton).toHaveAttribute("aria-disabled", "true");
  await wizard.field("Installation ISO").selectOption("a.iso");
  await wizard.field("Name").fill("-wrong");
  await expect(wizard.field("Name")).toHaveAttribute("aria-invalid", "true");
  await wizard.field("Name").fill(wizard.newName());
  await wizard.step("CPU and memory");
  await wizard.field("Memory").fill("9000");
  await expect(wizard.summary.getByRole("button", { name: "CPU and memory" })).toBeVisible();
  await expect(wizard.field("Memory")).toHaveAccessibleDescription(/memory/i);
  await wizard.step("XML");
  await expect(page.getByRole("region", { name: "Resulting definition" })).toContainText("<domain");
});
