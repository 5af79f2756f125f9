import { efiVariable } from "../../../host/boot/boot-setup.test-data";
import type { WishedChange } from "../../../prepare/change.schema";

/** A host that starts in one way, with the file that a change of it edits. */
export interface Format {
  path: string;
  /** What else tells how it starts. */
  signs: Readonly<Record<string, string>>;
  /** The lines of the file that matter; others stand around them. */
  lines: readonly string[];
  wish?: Partial<WishedChange>;
}

const grub = { "boot/grub/grub.cfg": "", "proc/cmdline": "BOOT_IMAGE=/boot/vmlinuz root=UUID=1 ro quiet\n" };
const plainLine = { "proc/cmdline": "initrd=\\initrd.img root=UUID=1 ro quiet\n" };
const systemdBoot = {
  ...plainLine,
  ...efiVariable("LoaderInfo", "systemd-boot 255"),
  "boot/loader/loader.conf": "",
};
const desktop = {
  "etc/os-release": "ID=debian\n",
  "proc/sys/kernel/osrelease": "6.1.0\n",
  "lib/modules/6.1.0/modules.dep": "updates/dkms/kvmfr.ko:\n",
  "sys/module/apparmor/parameters/enabled": "Y\n",
  "etc/apparmor.d/abstractions/libvirt-qemu": "include if exists <local/abstractions/libvirt-qemu>\n",
  "etc/libvirt/qemu.conf": 'user = "libvirt-qemu"\n',
};
const initramfsTools = { "usr/sbin/mkinitramfs": "", "etc/initramfs-tools/initramfs.conf": "", ...grub };

/** Hosts by what they start by, or build their initial RAM disk with. */
export const formats: Readonly<Record<string, Format>> = {
  "GRUB's defaults": {
    path: "etc/default/grub",
    signs: { "etc/os-release": "ID=debian\n", ...grub },
    lines: ['GRUB_CMDLINE_LINUX_DEFAULT="quiet"', "GRUB_TIMEOUT=5"],
  },
  "a drop-in of GRUB's": {
    path: "etc/default/grub.d/50-cloudimg-settings.cfg",
    signs: { "etc/os-release": "ID=ubuntu\n", "etc/default/grub": "GRUB_TIMEOUT=5\n", ...grub },
    lines: ['GRUB_CMDLINE_LINUX_DEFAULT="quiet"'],
  },
  "Fedora's entries": {
    path: "boot/loader/entries/0123-6.11.conf",
    signs: {
      "etc/os-release": "ID=fedora\n",
      "boot/grub2/grub.cfg": "blscfg\n",
      "usr/bin/grubby": "",
      ...grub,
    },
    lines: ["title Fedora", "linux /vmlinuz", "options root=UUID=1 ro quiet"],
  },
  "entries of systemd-boot": {
    path: "boot/loader/entries/arch.conf",
    signs: { "etc/os-release": "ID=arch\n", ...systemdBoot },
    lines: ["title Arch", "linux /vmlinuz-linux", "options root=UUID=1 ro quiet"],
  },
  "kernel-install's line": {
    path: "etc/kernel/cmdline",
    signs: {
      "etc/os-release": "ID=debian\n",
      [`boot/loader/entries/${"a".repeat(32)}-6.1.conf`]: "options root=UUID=1 ro quiet\n",
      ...systemdBoot,
    },
    lines: ["root=UUID=1 ro quiet"],
  },
  kernelstub: {
    path: "etc/kernelstub/configuration",
    signs: { "etc/os-release": "ID=pop\n", ...systemdBoot },
    lines: ['{"user": {"kernel_options": ["quiet"]}}'],
  },
  limine: {
    path: "boot/limine.conf",
    signs: { "etc/os-release": "ID=arch\n", ...plainLine },
    lines: ["/Arch", "  protocol: linux", "  cmdline: root=UUID=1 ro quiet"],
  },
  rEFInd: {
    path: "boot/refind_linux.conf",
    signs: { "etc/os-release": "ID=arch\n", "boot/efi/EFI/refind/refind.conf": "", ...plainLine },
    lines: ['"Boot"  "root=UUID=1 ro quiet"'],
  },
  extlinux: {
    path: "boot/extlinux/extlinux.conf",
    signs: { "etc/os-release": "ID=debian\n", ...plainLine },
    lines: ["label linux", "  kernel /vmlinuz", "  append root=UUID=1 ro quiet"],
  },
  "a Raspberry Pi's line": {
    path: "boot/firmware/cmdline.txt",
    signs: {
      "etc/os-release": "ID=debian\n",
      "boot/firmware/config.txt": "",
      "proc/device-tree/model": "Raspberry Pi 5",
      ...plainLine,
    },
    lines: ["root=UUID=1 ro quiet"],
  },
  "modprobe.d": {
    path: "etc/modprobe.d/passdeck-vfio.conf",
    signs: { "etc/os-release": "ID=debian\n", ...initramfsTools },
    lines: ["softdep nouveau pre: vfio-pci"],
    wish: { softdeps: ["nvidia"], blacklist: ["nouveau"] },
  },
  "modules of initramfs-tools": {
    path: "etc/initramfs-tools/modules",
    signs: { "etc/os-release": "ID=debian\n", ...initramfsTools },
    lines: ["virtio_net"],
    wish: { earlyVfio: true },
  },
  "mkinitcpio.conf": {
    path: "etc/mkinitcpio.conf",
    signs: { "etc/os-release": "ID=arch\n", "usr/bin/mkinitcpio": "", ...grub },
    lines: ["MODULES=(ext4)", "HOOKS=(base udev block)"],
    wish: { earlyVfio: true, vfioAddresses: ["0000:01:00.0"] },
  },
  "dracut.conf.d": {
    path: "etc/dracut.conf.d/mine.conf",
    signs: { "etc/os-release": "ID=fedora\n", "usr/bin/dracut": "", ...grub },
    lines: ['add_drivers+=" ext4 "'],
    wish: { earlyVfio: true, vfioAddresses: ["0000:01:00.0"] },
  },
  "booster.yaml": {
    path: "etc/booster.yaml",
    signs: { "etc/os-release": "ID=arch\n", "usr/bin/booster": "", ...grub },
    lines: ["universal: false"],
    wish: { earlyVfio: true },
  },
  "sysctl.d": {
    path: "etc/sysctl.d/50-mine.conf",
    signs: {
      "etc/os-release": "ID=debian\n",
      "proc/meminfo": "MemTotal: 33554432 kB\nHugepagesize: 2048 kB\n",
      ...grub,
    },
    lines: ["vm.nr_hugepages = 16"],
    wish: { hugePages: { size: "2M", count: 64 } },
  },
  "tmpfiles.d": {
    path: "etc/tmpfiles.d/10-looking-glass.conf",
    signs: desktop,
    lines: ["f /dev/shm/looking-glass 0660 bob kvm -"],
    wish: { lookingGlass: { memory: "shm", mebibytes: 32, user: "ada" } },
  },
  "qemu.conf": {
    path: "etc/libvirt/qemu.conf",
    signs: desktop,
    lines: ["cgroup_device_acl = [", '  "/dev/null", "/dev/kvm"', "]"],
    wish: { lookingGlass: { memory: "kvmfr", mebibytes: 64, user: "ada" } },
  },
  "kvmfr's options": {
    path: "etc/modprobe.d/mine.conf",
    signs: desktop,
    lines: ["options kvmfr static_size_mb=16"],
    wish: { lookingGlass: { memory: "kvmfr", mebibytes: 64, user: "ada" } },
  },
  "AppArmor's rules of the host's own": {
    path: "etc/apparmor.d/local/abstractions/libvirt-qemu",
    signs: desktop,
    lines: ["  /srv/images/** r,"],
    wish: { lookingGlass: { memory: "kvmfr", mebibytes: 64, user: "ada" } },
  },
};
