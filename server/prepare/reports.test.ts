import { describe, expect, test } from "vitest";
import { hasAcsOverride } from "../host/checks/acs-kernels.schema";
import { checkOf, debianFiles, gpu, started } from "../host/checks/checks.test-data";
import { isAllowedCommand } from "../host/configuration/allowed-commands";
import { treeOf } from "../host/tree.test-data";
import { wishedChangeSchema } from "./change.schema";
import { noLineChange } from "./kernel-line/line-change";
import { noModuleChange } from "./modules/plan/module-change";
import { planPrepare } from "./plan";
import { readPrepareHost } from "./read-prepare-host";
import { efi, type Files, planOf } from "./strangers.test-data";
import { readHostNow } from "./verify/host-facts-now";
import { verifyChange } from "./verify/verify-change";

/* What went wrong for people with other tools and guides, by the names of their reports: what Passdeck does there. */

const debian: Files = {
  "etc/os-release": "ID=debian\n",
  "etc/default/grub": 'GRUB_CMDLINE_LINUX_DEFAULT="quiet"\n',
  "boot/grub/grub.cfg": "",
  "proc/cmdline": "BOOT_IMAGE=/vmlinuz-6.1.0 root=UUID=1 ro quiet\n",
  "proc/sys/kernel/osrelease": "6.1.0\n",
  "proc/meminfo": "MemTotal:       16777216 kB\nHugepagesize:       2048 kB\n",
  "sys/devices/system/cpu/present": "0-7\n",
  "usr/sbin/mkinitramfs": "",
  "etc/initramfs-tools/modules": "",
};
const fedora: Files = {
  "etc/os-release": "ID=fedora\nVERSION_ID=41\n",
  "etc/default/grub": 'GRUB_CMDLINE_LINUX="quiet"\nGRUB_ENABLE_BLSCFG=true\n',
  "boot/grub2/grub.cfg": "blscfg\n",
  "boot/loader/entries/a-6.11.conf": "linux /vmlinuz-6.11\noptions root=UUID=1 ro quiet\n",
  "proc/cmdline": "BOOT_IMAGE=(hd0,gpt2)/vmlinuz-6.11 root=UUID=1 ro quiet\n",
};
const vfio = { vfioAddresses: ["0000:01:00.0"] };
const programs = (plan: { commands: readonly (readonly string[])[] }) => plan.commands.map(([one]) => one);
const written = (plan: { steps: readonly { file: string }[] }) => plan.steps.map(({ file }) => file);

test("ids-take-the-disk: an id that a needed disk has is refused, and the address offered", async () => {
  const disk = { address: "0000:02:00.0", id: "144d:a808", why: "it holds the root file system." };
  const host = await readPrepareHost(await treeOf(debian), [disk]);
  const change = { line: { ...noLineChange, addIds: ["144d:a808"] }, modules: noModuleChange };
  const { refused } = planPrepare(host, change);
  expect(refused?.reason).toContain("holds the root file system");
  expect(refused?.instead).toContain("by its address");
});

test("proxmox-wrong-loader: the file that systemd-boot reads is changed, by Proxmox's own tool", async () => {
  const plan = await planOf(
    {
      ...debian,
      ...efi("LoaderInfo", "systemd-boot 252"),
      "etc/pve/storage.cfg": "",
      "usr/bin/pveversion": "",
      "etc/kernel/proxmox-boot-uuids": "1A2B-3C4D\n",
      "etc/kernel/cmdline": "root=ZFS=rpool/ROOT quiet\n",
      "proc/cmdline": "initrd=\\EFI\\proxmox\\a root=ZFS=rpool/ROOT quiet\n",
    },
    { add: ["iommu=pt"] },
  );
  expect([written(plan), programs(plan)]).toEqual([["/etc/kernel/cmdline"], ["proxmox-boot-tool"]]);
});

test("grub-cfg-wrong-path: a menu is never made on the EFI partition", async () => {
  expect(isAllowedCommand(["grub-mkconfig", "-o", "/boot/efi/EFI/debian/grub.cfg"])).toBe(false);
  expect(isAllowedCommand(["grub2-mkconfig", "-o", "/boot/efi/EFI/fedora/grub.cfg"])).toBe(false);
});

test("bls-ignores-mkconfig: entries are changed by grubby", async () => {
  const plan = await planOf(fedora, { add: ["iommu=pt"] });
  expect(plan.commands).toEqual([["grubby", "--update-kernel=ALL", "--args=iommu=pt"]]);
});

test("initramfs-order, driver-was-first: a device gets its driver by its address before any is loaded", async () => {
  const plan = await planOf(debian, {}, vfio);
  const script = plan.steps.find(({ file }) => file.includes("init-top/00-passdeck-vfio"));
  expect(script?.after).toContain("driver_override");
  expect(programs(plan)).toEqual(["update-initramfs"]);
  const log = { "var/log/dmesg": "[    1.0] nouveau 0000:01:00.0: vgaarb: deactivate vga console\n" };
  expect((await checkOf("first-driver", { ...debianFiles, ...log }, { devices: [gpu] })).status).not.toBe(
    "fail",
  );
});

test("hugepages-starve: what leaves the host less than 2 GiB is refused", async () => {
  const pages = (count: number) => planOf(debian, { hugePages: { size: "1G", count } });
  expect((await pages(15)).refused?.reason).toContain("2 GiB at least");
  expect((await pages(14)).refused).toBeNull();
});

test.each([
  ["6.1.0-13-amd64", false],
  ["6.8.12-4-pve", true],
  ["6.12.1-zen1-1-zen", true],
])("acs-override-unknown: it is offered on %s: %s", (kernel, has) => {
  expect(hasAcsOverride(kernel)).toBe(has);
});

test("efifb-off-no-effect: the parameter is that of the kernel's version", async () => {
  const files = { ...debianFiles, "proc/fb": "0 EFI VGA\n" };
  const boot = { ...gpu, bootVga: true };
  for (const [kernel, word] of [
    ["5.10.0", "video=efifb:off"],
    ["6.18.0", "initcall_blacklist=sysfb_init"],
  ] as const)
    expect((await checkOf("framebuffer", files, { kernel, devices: [boot] })).change?.add).toEqual([word]);
});

test("isolcpus-nothing-left: a list of all CPUs is refused, with its flags in front as well", async () => {
  for (const list of ["0-7", "managed_irq,domain,0-N"])
    expect((await planOf(debian, { add: [`isolcpus=${list}`] })).refused?.reason).toContain("no CPU");
  expect((await planOf(debian, { add: ["isolcpus=2-7"] })).refused).toBeNull();
});

test("virqfd-is-gone: nothing of ours names it", async () => {
  for (const files of [debian, fedora]) {
    const plan = await planOf(files, {}, { ...vfio, earlyModules: ["vfio_pci", "vfio", "vfio_iommu_type1"] });
    expect(JSON.stringify(plan)).not.toContain("virqfd");
  }
});

test("uki-line-is-sealed: the source is changed, and the image built anew", async () => {
  const plan = await planOf(
    {
      "etc/os-release": "ID=arch\n",
      "usr/bin/mkinitcpio": "",
      ...efi("StubInfo", "systemd-stub 257"),
      "etc/kernel/cmdline": "root=UUID=1 rw\n",
      "etc/mkinitcpio.d/linux.preset": 'default_uki="/efi/EFI/Linux/arch.efi"\n',
      "proc/cmdline": "root=UUID=1 rw\n",
    },
    { add: ["iommu=pt"] },
  );
  expect([written(plan), plan.commands]).toEqual([["/etc/kernel/cmdline"], [["mkinitcpio", "-P"]]]);
});

test("firmware-forgets: a kernel that is to use the IOMMU, and no table of the firmware's, is told as the firmware's", async () => {
  const files = {
    ...debianFiles,
    ...started("intel_iommu=on"),
    "sys/class/dmi/id/board_vendor": "ASUSTeK\n",
  };
  const found = await checkOf("iommu-firmware", files, {
    iommu: { enabled: false, kind: null, offeredByFirmware: false },
  });
  expect(found.status).toBe("fail");
  expect(found.fix).toContain("VT-d");
});

test("a line that the kernel would cut off is refused", async () => {
  const long = `quiet ${"x".repeat(2000)}`;
  const files = {
    ...debian,
    "etc/default/grub": `GRUB_CMDLINE_LINUX_DEFAULT="${long}"\n`,
    "proc/cmdline": `BOOT_IMAGE=/vmlinuz-6.1.0 root=UUID=1 ro ${long}\n`,
  };
  expect((await planOf(files, { add: ["iommu=pt"] })).refused?.reason).toContain("2047");
  expect((await planOf(files, { remove: ["quiet"] })).refused).toBeNull();
});

test("blacklist-too-late: the initial RAM disk is built anew", async () => {
  const plan = await planOf(debian, {}, { blacklist: { add: ["nouveau"], remove: [] } });
  expect(programs(plan)).toEqual(["update-initramfs"]);
});

describe("builtin-vfio", () => {
  const builtIn = {
    ...debian,
    "lib/modules/6.1.0/modules.builtin": "kernel/drivers/vfio/pci/vfio-pci.ko\n",
    "etc/modprobe.d/vfio.conf": "options vfio-pci ids=10de:1b80\n",
  };

  test("ids go to the kernel's line, though modprobe.d has a list", async () => {
    const plan = await planOf(builtIn, { addIds: ["10de:2684"] });
    expect(written(plan)).toEqual(["/etc/default/grub"]);
    expect(plan.steps[0]?.after).toContain("vfio-pci.ids=10de:2684");
  });

  test("a driver that is built in is not told to wait", async () => {
    const files = { ...debian, "lib/modules/6.1.0/modules.builtin": "kernel/drivers/usb/host/xhci-pci.ko\n" };
    const plan = await planOf(files, {}, { softdeps: ["xhci_pci"] });
    expect(plan.refused?.reason).toContain("part of the kernel");
  });
});

test("args-lost: what was planned and is gone is told after a restart", async () => {
  const wish = wishedChangeSchema.parse({ add: ["iommu=pt"] });
  const now = await readHostNow(await treeOf(debian));
  expect(verifyChange(wish, now)).toContainEqual(expect.objectContaining({ status: "fail" }));
});

test("wrong-file-two-loaders: a file that has not the words of the running line is not changed", async () => {
  const plan = await planOf(
    { ...debian, "proc/cmdline": "BOOT_IMAGE=/vmlinuz-6.1.0 root=UUID=1 ro nosplash=7 elevator=x\n" },
    { add: ["iommu=pt"] },
  );
  expect(plan.refused?.reason).toBeTruthy();
  expect(plan.steps).toEqual([]);
});

test("kernel-config-changed: a kernel without the modules of VFIO is told by its name", async () => {
  const files = {
    ...debianFiles,
    "proc/modules": "ext4 1 0 - Live 0x0\n",
    "lib/modules/6.12.0/modules.dep": "kernel/fs/ext4/ext4.ko:\n",
  };
  const found = await checkOf("vfio-modules", files);
  expect(found.status).toBe("fail");
  expect(found.detail).toContain("6.12.0 does not have vfio-pci");
});
