import { readFile } from "node:fs/promises";
import { joinedImages, romImage } from "@/server/domain/rom/rom-image.test-data";
import { AttachDialog } from "./fixtures/attach-dialog";
import { expect, test } from "./fixtures/test";

/** The captured host's NVIDIA card, which is on vfio-pci. */
const nvidia = { gpu: "0000:01:00.0", audio: "0000:01:00.1", ids: "10de:13c2" };
const radeon = "0000:04:00.0";
const graphics = "0000:00:02.0";

const legacy = romImage({ codeType: 0, last: false });
const uefi = romImage({ codeType: 3, last: true });

test("a ROM file is read, checked against the card, and handed to the guest", async ({
  page,
  vms,
  virsh,
}) => {
  const vm = await vms.define();
  const attach = await AttachDialog.open(page, nvidia.gpu, vm);
  await attach.dialog.getByLabel("A file on the host").check();
  await expect(attach.dialog.getByText("Enter a full path")).toBeVisible();
  await expect(attach.dialog.getByRole("button", { name: "Attach", exact: true })).toHaveCount(0);

  await attach.upload("gtx970.rom", joinedImages(legacy, uefi));
  await expect(
    attach.dialog.getByText(`1 KiB: BIOS, for ${nvidia.ids}; UEFI, for ${nvidia.ids}`),
  ).toBeVisible();
  await expect(attach.dialog.getByText("EFI image: yes")).toBeVisible();
  await expect(attach.dialog.getByText("For this card: yes")).toBeVisible();
  await expect(attach.dialog.getByLabel("Files on the host")).toHaveValue(/\/gtx970\.rom$/);
  await expect(attach.plan).toContainText("gtx970.rom");

  await attach.carryOut();
  const definition = await virsh.run("dumpxml", vm.name, "--inactive");
  expect(definition.match(/<rom file='[^']*\/gtx970\.rom'\/>/g)).toHaveLength(1);
  expect(definition.match(/<hostdev /g)).toHaveLength(2);
});

test("a ROM that may not work is kept with what is wrong with it", async ({ page, vms }) => {
  const attach = await AttachDialog.open(page, nvidia.gpu, await vms.define());
  await attach.dialog.getByLabel("A file on the host").check();
  await attach.upload("other.rom", romImage({ codeType: 3, last: true, deviceId: 0x1b80 }));
  await expect(
    attach.dialog.getByText(`It is for 10de:1b80, and the card is ${nvidia.ids}. Firmware passes over`),
  ).toBeVisible();
  await attach.upload("bios.rom", romImage({ codeType: 0, last: true }));
  await expect(attach.dialog.getByText("It has no part for UEFI")).toBeVisible();
});

test("a file that is no ROM is refused in words", async ({ page, vms, complaints }) => {
  const attach = await AttachDialog.open(page, nvidia.gpu, await vms.define());
  await attach.dialog.getByLabel("A file on the host").check();
  const problem = attach.dialog.getByRole("alert");
  await attach.upload("notes.rom", new TextEncoder().encode("a shopping list"));
  await expect(problem.filter({ hasText: "notes.rom was not kept. This is no option ROM" })).toBeVisible();
  await attach.upload("cut.rom", uefi.subarray(0, 300));
  await expect(problem.filter({ hasText: "cut.rom was not kept. The file ends within" })).toBeVisible();
  await expect(attach.dialog.getByLabel("ROM file", { exact: true })).toHaveValue("");
  expect(complaints.splice(0).map((text) => /status of (\d+)/.exec(text)?.[1])).toEqual(["400", "400"]);
});

test("a header before the ROM is cut off once that is agreed to", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  const attach = await AttachDialog.open(page, nvidia.gpu, vm);
  await attach.dialog.getByLabel("A file on the host").check();
  const container = joinedImages(new TextEncoder().encode("NVGI"), new Uint8Array(1020));
  const name = `nvgi-${vm.name}.rom`;
  await attach.upload(name, joinedImages(container, legacy, uefi));
  const question = attach.dialog.getByRole("region", { name: `Keep ${name}` });
  await expect(question).toContainText("begins with NVIDIA’s NVGI container");
  await expect(question).toContainText("the first 1,024 bytes are cut off");
  await expect(question).toContainText("EFI image: yes");
  await question.getByRole("button", { name: "Cut the header and keep it" }).click();
  await expect(attach.dialog.getByLabel("Files on the host")).toHaveValue(new RegExp(`/${name}$`));
  await attach.carryOut();

  const definition = await virsh.run("dumpxml", vm.name, "--inactive");
  const path = new RegExp(`<rom file='([^']*/${name})'/>`).exec(definition)?.[1] ?? "";
  expect(await readFile(path)).toEqual(Buffer.from(joinedImages(legacy, uefi)));
});

test("a card's VBIOS can't be read of a recorded host, and that is said", async ({ page, vms }) => {
  const attach = await AttachDialog.open(page, nvidia.gpu, await vms.define());
  await attach.dialog.getByLabel("A file on the host").check();
  await attach.dialog.getByRole("button", { name: "Read VBIOS from the card…" }).click();
  const plan = page.getByRole("dialog", { name: /^Read the VBIOS of / });
  await expect(plan.getByRole("alert")).toContainText("This host is read from a recording");
  await plan.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(attach.dialog.getByLabel("Upload a ROM file")).toBeVisible();
});

test("the options of a graphics card end up in the definition, and nothing else changes", async ({
  page,
  vms,
  virsh,
}) => {
  const vm = await vms.define();
  const before = await virsh.run("dumpxml", vm.name, "--inactive");
  const attach = await AttachDialog.open(page, nvidia.gpu, vm);
  await attach.dialog.getByLabel("Primary display").check();
  await attach.dialog.getByLabel("None: hide the ROM from the guest").check();
  await attach.dialog.getByLabel("Address in the guest").fill("00:10.0");
  await expect(attach.dialog.getByText("Enter an address such as 0000:05:00.0")).toBeVisible();
  await attach.dialog.getByLabel("Address in the guest").fill("0000:00:10.0");
  await expect(attach.plan).toContainText("x-vga");
  await attach.carryOut();

  const definition = await virsh.run("dumpxml", vm.name, "--inactive");
  expect(definition).toContain("<rom bar='off'/>");
  expect(definition).toContain("<qemu:property name='x-vga' type='bool' value='true'/>");
  expect(definition).toContain(
    "<address type='pci' domain='0x0000' bus='0x00' slot='0x10' function='0x0' multifunction='on'/>",
  );
  expect(definition).toContain("<address type='pci' domain='0x0000' bus='0x00' slot='0x10' function='0x1'/>");
  const kept = before.split("\n").filter((line) => !definition.includes(line));
  expect(kept).toEqual(["<domain type='qemu'>"]);
});

test("an address that the guest has taken is refused with the reason", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  const before = await virsh.run("dumpxml", vm.name, "--inactive");
  const attach = await AttachDialog.open(page, nvidia.gpu, vm);
  await attach.dialog.getByLabel("Address in the guest").fill("0000:00:1f.0");
  await expect(attach.plan.getByRole("alert")).toContainText("0000:00:1f.0 can't be used");
  await expect(attach.dialog.getByRole("button", { name: "Attach", exact: true })).toHaveCount(0);
  expect(await virsh.run("dumpxml", vm.name, "--inactive")).toBe(before);
});

test("quirks are offered with their reasons, and those chosen are set", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  const attach = await AttachDialog.open(page, nvidia.gpu, vm);
  const hide = attach.dialog.getByLabel("Hide the hypervisor from NVIDIA's driver");
  const eject = attach.dialog.getByLabel("Keep the guest from ejecting the card");
  await expect(hide).toBeChecked();
  await expect(hide).toHaveAccessibleDescription(/before version 465 stop with Error 43/);
  await expect(eject).toBeChecked();
  await expect(eject).toHaveAccessibleDescription(/a GPU that was ejected is gone until the next start/);
  await eject.uncheck();
  await attach.carryOut();

  const definition = await virsh.run("dumpxml", vm.name, "--inactive");
  expect(definition).toContain("<hidden state='on'/>");
  expect(definition).toMatch(/<vendor_id state='on' value='[^']+'\/>/);
  expect(definition).not.toContain("hotplug='off'");
});

test("a Radeon's reset trouble is told, and nothing is hidden for it", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  const attach = await AttachDialog.open(page, radeon, vm);
  await expect(attach.options.getByText("Check that the card starts twice")).toBeVisible();
  await expect(attach.options.getByText(/the VM starts once, and a second time only after/)).toBeVisible();
  await expect(attach.plan.getByText(/Not reserved for VMs yet: .*0000:04:00\.0.* \(amdgpu\)/)).toBeVisible();
  await attach.carryOut();
  const definition = await virsh.run("dumpxml", vm.name, "--inactive");
  expect(definition).toContain("hotplug='off'");
  expect(definition).not.toContain("<hidden");
});

test("the processor's graphics gets Intel's OpRegion", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  const attach = await AttachDialog.open(page, graphics, vm);
  const opRegion = attach.dialog.getByLabel("Pass the OpRegion to the guest");
  await expect(opRegion).toBeChecked();
  await expect(opRegion).toHaveAccessibleDescription(/without it, screens stay dark/);
  await attach.carryOut();
  expect(await virsh.run("dumpxml", vm.name, "--inactive")).toContain(
    "<qemu:property name='x-igd-opregion' type='bool' value='true'/>",
  );
});
