import { describe, expect, test } from "vitest";
import { checksOf } from "../checks/checks.test-data";
import { bootOf, present } from "./boot-setup.test-data";

const added = ["intel_iommu=on", "iommu=pt"];

/** What every image with GRUB has, and many others: nothing of it counts on these hosts. */
const leftovers = {
  "proc/cmdline": "BOOT_IMAGE=(loop0)/boot/vmlinuz root=LABEL=x\n",
  "etc/default/grub": 'GRUB_CMDLINE_LINUX_DEFAULT="quiet"\n',
  ...present("boot/grub/grub.cfg", "usr/sbin/mkinitramfs", "usr/bin/dracut"),
};

const systems: [name: string, files: Record<string, string>, expected: string][] = [
  ["Guix", { "etc/os-release": "ID=guix\n" }, "guix system reconfigure"],
  [
    "TrueNAS, whose os-release is Debian's",
    { "etc/os-release": "ID=debian\n", ...present("usr/bin/midclt") },
    `midclt call system.advanced.update '{"kernel_extra_options":"intel_iommu=on iommu=pt"}'`,
  ],
  ["Talos", { "etc/os-release": "ID=talos\n" }, "machine.install.extraKernelArgs"],
  ["Flatcar", { "etc/os-release": "ID=flatcar\nID_LIKE=coreos\n" }, "linux_append in /oem/grub.cfg"],
  [
    "Harvester, whose ID is SUSE's",
    { "etc/os-release": 'ID="sle-micro-rancher"\nPRETTY_NAME="Harvester v1.4.1"\n' },
    "/run/initramfs/cos-state/grub2/grub.cfg",
  ],
  [
    "Kairos",
    { "etc/os-release": "ID=kairos\n" },
    'grub2-editenv /oem/grubenv set extra_cmdline="intel_iommu=on',
  ],
  [
    "Solus",
    { "etc/os-release": "ID=solus\n", ...present("usr/bin/clr-boot-manager", "etc/kernel/cmdline") },
    "rite intel_iommu=on iommu=pt into /etc/kernel/cmdline.d/passdeck.conf and run “clr-boot-manager update”",
  ],
  [
    "XCP-ng",
    { "etc/os-release": 'ID="xenenterprise"\nID_LIKE="centos rhel fedora"\n' },
    '/opt/xensource/libexec/xen-cmdline --set-dom0 "intel_iommu=on iommu=pt"',
  ],
  ["Home Assistant OS", { "etc/os-release": "ID=haos\n" }, "/mnt/boot/cmdline.txt"],
  ["Ubuntu Core", { "etc/os-release": "ID=ubuntu-core\nID_LIKE=debian\n" }, "snap set system"],
  ["Vanilla OS", { "etc/os-release": "ID=vanilla\nID_LIKE=debian\n" }, "abroot kargs edit"],
  ["Bottlerocket", { "etc/os-release": "ID=bottlerocket\n" }, "apiclient set boot.kernel-parameters"],
  [
    "Endless OS, which has ostree alone",
    { "etc/os-release": "ID=endless\n", ...present("run/ostree-booted") },
    "ostree admin kargs edit-in-place --append-if-missing=intel_iommu=on --append-if-missing=iommu=pt",
  ],
  ["SteamOS", { "etc/os-release": "ID=steamos\nID_LIKE=arch\n" }, "/etc/atomic-update.conf.d"],
  ["OpenWrt", { "etc/os-release": 'ID="openwrt"\n' }, "each linux line in /boot/grub/grub.cfg"],
  ["VyOS", { "etc/os-release": "ID=vyos\nID_LIKE=debian\n" }, "set system option kernel"],
  ["Photon OS", { "etc/os-release": "ID=photon\n" }, "/boot/photon.cfg"],
  ["ChromeOS Flex", { "etc/os-release": "ID=chromeos\n" }, "knows no way"],
  ["a Synology", present("etc/synoinfo.conf"), "knows no way"],
  ["a QNAP", present("etc/config/qpkg.conf"), "knows no way"],
  [
    "Void by ZFSBootMenu",
    {
      "etc/os-release": "ID=void\n",
      "proc/cmdline": "root=zfs:zroot/ROOT/void quiet\n",
      ...present("etc/zfsbootmenu/config.yaml"),
    },
    'zfs set org.zfsbootmenu:commandline="intel_iommu=on iommu=pt"',
  ],
  [
    "Armbian",
    {
      "etc/os-release": "ID=debian\n",
      "proc/cmdline": "root=UUID=1 rootwait\n",
      ...present("boot/armbianEnv.txt"),
    },
    "extraargs in /boot/armbianEnv.txt",
  ],
  [
    "Alpine that runs from memory",
    {
      "etc/os-release": "ID=alpine\n",
      "proc/cmdline": "BOOT_IMAGE=/boot/vmlinuz-lts modules=loop,squashfs modloop=/boot/modloop-lts quiet\n",
    },
    "/media/DEVICE/boot/grub/grub.cfg",
  ],
];

describe("a system that makes its boot entries itself says how its line is changed", () => {
  test.each(systems)("%s", async (_, files, expected) => {
    const { line, rebuildInitramfs } = await bootOf({ ...leftovers, ...files });
    expect(line?.format).toBe("managed");
    expect(line?.system?.changeLine({ added, removed: [] })).toContain(expected);
    expect(line?.system?.changeLine({ added: [], removed: ["quiet"] })).toContain("quiet");
    const both = line?.system?.changeLine({ added: ["iommu=pt"], removed: ["quiet"] });
    expect(both).toContain("iommu=pt");
    expect(both).toContain("quiet");
    expect(rebuildInitramfs).toEqual([]);
  });

  test.each(systems)("and no advice names what it does not read: %s", async (_, files) => {
    const checks = await checksOf(
      { ...leftovers, ...files },
      { iommu: { enabled: false, kind: null, offeredByFirmware: true } },
    );
    const fixes = checks.flatMap(({ fix }) => fix ?? []).join("\n");
    expect(fixes).toContain("intel_iommu=on");
    expect(fixes).not.toMatch(/grub-mkconfig|grubby|update-initramfs|dracut|apt install|modprobe\.d/);
  });
});

test("Alpine on a disk boots by its loader", async () => {
  const files = {
    ...leftovers,
    "etc/os-release": "ID=alpine\n",
    "proc/cmdline": "BOOT_IMAGE=/vmlinuz root=UUID=1 modules=ext4\n",
  };
  expect((await bootOf(files)).line?.format).toBe("grub-default");
});

test("ZFSBootMenu's files beside a GRUB that boots the host", async () => {
  const files = { ...leftovers, "etc/os-release": "ID=debian\n", ...present("etc/zfsbootmenu/config.yaml") };
  expect((await bootOf(files)).line?.format).toBe("grub-default");
});

test("Slackware by ELILO", async () => {
  const files = {
    "etc/os-release": "ID=slackware\n",
    "proc/cmdline": "BOOT_IMAGE=dev000:\\EFI\\Slackware\\vmlinuz  root=/dev/sda2 ro\n",
    ...present("etc/lilo.conf", "boot/efi/EFI/Slackware/elilo.conf"),
  };
  const { loader, line } = await bootOf(files);
  expect([loader, line?.format, line?.file]).toEqual(["elilo", "lilo", "/boot/efi/EFI/Slackware/elilo.conf"]);
});
