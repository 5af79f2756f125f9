import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementPlan } from "@/server/xml/build-xml";
import { violations } from "./fixtures/accessibility";
import { kinds } from "./fixtures/device-kinds";
import { HardwarePage } from "./fixtures/hardware-page";
import { expect, test } from "./fixtures/test";

/** Ports that devices can be plugged into while the VM runs. */
const ports = Array.from({ length: 6 }, (_, index): ElementPlan => {
  const attributes = { type: "pci", index: String(index + 1), model: "pcie-root-port" };
  return { name: "controller", attributes };
});

// Each change is a job whose plan is read first, on a machine that may be busy.
test.describe.configure({ timeout: 1_200_000 });

test("each kind of device is added, changed and removed", async ({ page, vms, virsh }) => {
  const vm = await vms.define({ network: false });
  const definition = () => virsh.run("dumpxml", vm.name, "--inactive");
  const hardware = new HardwarePage(page);
  await hardware.goto(vm);
  for (const { title, fill, added, change, part, changed = part } of kinds) {
    await test.step(title, async () => {
      await hardware.add(title, fill);
      expect(await definition()).toMatch(added);
      await hardware.open(part);
      const [label, value, written] = change;
      await hardware.set(label, value);
      await hardware.apply();
      expect(await definition()).toMatch(written);
      await hardware.open(changed);
      await hardware.remove();
      await expect(hardware.part(changed)).toHaveCount(0);
      expect(await definition()).not.toMatch(written);
    });
  }
});

test("the machine itself is changed, and nothing but what was asked for", async ({ page, vms, virsh }) => {
  const vm = await vms.define({ memoryMiB: 128 });
  const definition = () => virsh.run("dumpxml", vm.name, "--inactive");
  const before = await definition();
  const hardware = new HardwarePage(page);
  await hardware.goto(vm);

  await hardware.open(/^CPU$/);
  await hardware.set("vCPUs (maximum)", "4");
  await hardware.set("CPU model", "maximum");
  await hardware.apply();
  expect(await definition()).toMatch(/<vcpu placement='static'>4<\/vcpu>/);
  expect(await definition()).toMatch(/<cpu mode='maximum'/);

  await hardware.open(/^CPU pinning$/);
  await hardware.set("vCPU 3", "1");
  await hardware.set("Emulator threads", "0");
  await hardware.apply();
  expect(await definition()).toMatch(
    /<cputune>\s*<vcpupin vcpu='3' cpuset='1'\/>\s*<emulatorpin cpuset='0'\/>\s*<\/cputune>/,
  );

  await hardware.open(/^Memory$/);
  await hardware.set("Memory (maximum)", "192");
  await hardware.set("Huge pages", "2097152");
  await hardware.apply();
  expect(await definition()).toMatch(/<memory unit='KiB'>196608<\/memory>/);
  expect(await definition()).toMatch(/<page size='2048' unit='KiB'\/>/);

  await hardware.open(/^Features$/);
  await hardware.set("Hide KVM from the guest", "on");
  await hardware.apply();
  expect(await definition()).toMatch(/<kvm>\s*<hidden state='on'\/>\s*<\/kvm>/);

  await hardware.open(/^Clock$/);
  await hardware.set("Hardware clock", "localtime");
  await hardware.apply();
  expect(await definition()).toMatch(/<clock offset='localtime'/);

  await hardware.open(/^Firmware$/);
  await hardware.set("Boot menu", "yes");
  await hardware.apply();
  expect(await definition()).toMatch(/<bootmenu enable='yes'\/>/);

  const devicesOf = (xml: string) => /<devices>[\s\S]*<\/devices>/.exec(xml)?.[0];
  expect(devicesOf(await definition())).toBe(devicesOf(before));
});

test("what it boots from is put in order by keys and by buttons", async ({ page, vms, virsh }) => {
  const drive: ElementPlan = {
    name: "disk",
    attributes: { type: "file", device: "cdrom" },
    children: [{ name: "target", attributes: { dev: "sda", bus: "sata" } }],
  };
  const vm = await vms.define({ devices: [drive] });
  const hardware = new HardwarePage(page);
  await hardware.goto(vm);
  await hardware.open(/^Boot order$/);
  await page.getByRole("button", { name: /^Boot from CD\/DVD drive/ }).click();
  await page.getByRole("button", { name: /^Boot from NIC/ }).click();
  const entries = page.getByRole("list", { name: "Boot order" }).getByRole("listitem");
  await expect(entries.first()).toContainText("CD/DVD drive");
  await page.getByRole("button", { name: /^Move CD\/DVD drive.* up$/ }).focus();
  await page.getByRole("button", { name: /^Don’t boot from NIC/ }).press("Alt+ArrowUp");
  await expect(entries.first()).toContainText("NIC");
  await expect(hardware.panel.getByRole("status")).toHaveText(/NIC .* is number 1 of 2/);
  await hardware.apply();
  const xml = await virsh.run("dumpxml", vm.name, "--inactive");
  expect(xml).toMatch(/<interface[\s\S]*<boot order='1'\/>[\s\S]*<\/interface>/);
  expect(xml).toMatch(/<disk[\s\S]*<boot order='2'\/>[\s\S]*<\/disk>/);
});

test("what can be is changed while it runs, and the rest waits for its next start", async ({
  page,
  vms,
  virsh,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "e2e-hardware-"));
  const [one, two] = [join(folder, "one.iso"), join(folder, "two.iso")];
  for (const file of [one, two]) await writeFile(file, Buffer.alloc(2 ** 20));
  const drive: ElementPlan = {
    name: "disk",
    attributes: { type: "file", device: "cdrom" },
    children: [
      { name: "source", attributes: { file: one } },
      { name: "target", attributes: { dev: "sda", bus: "sata" } },
    ],
  };
  const vm = await vms.define({ devices: [...ports, drive], memoryMiB: 128 });
  await virsh.run("start", vm.name);
  const running = () => virsh.run("dumpxml", vm.name);
  const hardware = new HardwarePage(page);
  await hardware.goto(vm);

  await hardware.open(/^CD\/DVD drive/);
  await hardware.set("File", two);
  await hardware.apply();
  expect(await running()).toContain(`file='${two}'`);

  await hardware.add("NIC", { "Network source": "user" });
  const macs = (xml: string) => [...xml.matchAll(/mac address='(.*?)'/g)].map(([, mac]) => mac);
  expect(macs(await running())).toHaveLength(2);
  expect(macs(await running())).toEqual(macs(await virsh.run("dumpxml", vm.name, "--inactive")));

  await hardware.add("Sound card", {});
  expect(await running()).not.toContain("<sound");
  await expect(hardware.part(/^Sound card/)).toContainText("from the next start");
  await rm(folder, { recursive: true });
});

test("a change made elsewhere shows at once, and is not written over", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  const hardware = new HardwarePage(page);
  await hardware.goto(vm);
  await hardware.open(/^General$/);
  await hardware.set("Title", "Mine");
  await virsh.run("desc", vm.name, "--config", "--title", "Theirs");
  await expect(hardware.panel).toContainText("Somebody else set it to “Theirs” meanwhile; you want “Mine”.");
  await expect(hardware.panel.getByRole("button", { name: "Apply…" })).toBeDisabled();
  await hardware.panel.getByRole("button", { name: "Keep mine" }).click();
  await hardware.apply();
  expect(await virsh.run("desc", vm.name, "--title")).toBe("Mine");
});

test("forms, boot order and dialogs are accessible", async ({ page, vms }) => {
  const vm = await vms.define();
  const hardware = new HardwarePage(page);
  await hardware.goto(vm);
  for (const part of [/^CPU$/, /^CPU pinning$/, /^Features$/, /^Boot order$/, /^NIC/]) {
    await hardware.open(part);
    expect(await violations(page), String(part)).toEqual([]);
  }
  await page.getByRole("button", { name: "Add hardware…" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await violations(page), "the dialog").toEqual([]);
});
