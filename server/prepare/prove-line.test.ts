import { expect, test } from "vitest";
import { treeOf } from "../host/tree.test-data";
import { noLineChange } from "./kernel-line/line-change";
import { noModuleChange } from "./modules/plan/module-change";
import { planPrepare } from "./plan";
import { readPrepareHost } from "./read-prepare-host";

const grub = (line: string) =>
  `GRUB_DEFAULT=0\nGRUB_CMDLINE_LINUX_DEFAULT="${line}"\nGRUB_CMDLINE_LINUX="net.ifnames=0"\n`;

async function refusedBy(running: string, files: Record<string, string>): Promise<string | null> {
  const tree = { "etc/os-release": "ID=debian\n", "proc/cmdline": `${running}\n`, ...files };
  const host = await readPrepareHost(await treeOf(tree), []);
  const change = { line: { ...noLineChange, add: ["iommu=pt"] }, modules: noModuleChange };
  return planPrepare(host, change).refused?.reason ?? null;
}

const loaderInfo = "sys/firmware/efi/efivars/LoaderInfo-4a67b082-0a4c-41cf-b6c7-440b29bb8c4f";
const image = "BOOT_IMAGE=/boot/vmlinuz-6.1.0 root=UUID=1 ro";

test("a line that came from the file that is edited is changed there", async () => {
  expect(await refusedBy(`${image} net.ifnames=0 quiet`, { "etc/default/grub": grub("quiet") })).toBeNull();
  // What is written since, and what a loader adds, are no matter.
  expect(await refusedBy(`${image} quiet`, { "etc/default/grub": grub("quiet mitigations=off") })).toBeNull();
  expect(
    await refusedBy(`${image} vfio-pci.disable_vga=1`, {
      "etc/default/grub": grub("vfio_pci.disable_vga=1"),
    }),
  ).toBeNull();
});

test("a file that the running kernel's line did not come from is not edited", async () => {
  const reason = await refusedBy(`${image} intel_iommu=on quiet`, { "etc/default/grub": grub("quiet") });
  expect(reason).toMatch(
    /^The running kernel was started with intel_iommu=on, which \/etc\/default\/grub does not hold/,
  );
  const entries = {
    [loaderInfo]: "\u0006\0\0\0s\0y\0s\0t\0e\0m\0d\0-\0b\0o\0o\0t\0\0\0",
    "boot/loader/entries/arch.conf": "title Arch\nlinux /vmlinuz-linux\noptions root=/dev/sda1 rw\n",
  };
  expect(await refusedBy("root=/dev/sda1 rw quiet", entries)).toContain("quiet");
  expect(await refusedBy("root=/dev/sda1 rw", entries)).toBeNull();
});

test("what loaders and firmware make of the words is no matter", async () => {
  // GRUB puts quotes around the whole word.
  expect(
    await refusedBy(`${image} "dyndbg=file a.c +p" "acpi_osi=Windows 2009"`, {
      "etc/default/grub": grub(String.raw`dyndbg=\"file a.c +p\" acpi_osi='Windows 2009'`),
    }),
  ).toBeNull();
  expect(
    await refusedBy("auto BOOT_IMAGE=Linux ro root=801 quiet", { "etc/lilo.conf": 'append="quiet"\n' }),
  ).toBeNull();
});

test("a Raspberry Pi's firmware puts words in front, and spells the serial port anew", async () => {
  const files = {
    "proc/device-tree/model": "Raspberry Pi 5 Model B",
    "boot/firmware/cmdline.txt": "console=serial0,115200 console=tty1 root=PARTUUID=1-02 rootwait\n",
  };
  const firmware = "reboot=w coherent_pool=1M cgroup_disable=memory vc_mem.mem_base=0x3fc00000 ";
  const line = `${firmware} console=ttyAMA10,115200 console=tty1 root=PARTUUID=1-02 rootwait`;
  expect(await refusedBy(line, files)).toBeNull();
  expect(await refusedBy(`${line} quiet`, files)).toContain("was started with quiet,");
});

test("what a program makes of the file can't be compared, and is not", async () => {
  const made = { "etc/default/grub": grub("quiet $(cat /etc/more)") };
  expect((await refusedBy(`${image} intel_iommu=on`, made)) ?? "").not.toContain("was started with");
});
