import type { DeviceDescription, HostDescription } from "./build-host-tree";
import { demo } from "./demo";

const nvme = "sys/devices/pci0000:00/0000:00:1c.0/0000:02:00.0/block/nvme0n1";
const kernelLine =
  "root=UUID=aeae42e3-30f2-44ff-a71f-710e311a3a96 ro quiet resume=UUID=4b26c43b-c6ef-4d50-aabe-bb0200bf03d3 udev.log_priority=3";

/** What the devices that {@link demo} has given to vfio-pci are driven by where nobody has. */
const ownDrivers: Readonly<Record<string, Pick<DeviceDescription, "driver" | "users">>> = {
  "0000:00:1d.0": { driver: "ehci-pci" },
  "0000:01:00.0": { driver: "nouveau", users: ["drm/card2"] },
  "0000:01:00.1": { driver: "snd_hda_intel" },
  "0000:05:00.1": { driver: "igb", users: ["net/enp5s0f1"] },
};

/**
 * The host that `--demo` plays: {@link demo} as it was installed, each device on its own driver, with a /boot of its own, so
 * that GRUB can write there. Its IOMMU groups are those that it has once the IOMMU is on: the demo's first start decides.
 */
export const madeUpHost: HostDescription = {
  ...demo,
  present: [
    ...demo.present.filter((path) => !["boot/grub/grub.cfg", "etc/mkinitcpio.conf"].includes(path)),
    "boot/vmlinuz-6.12-x86_64",
    "boot/intel-ucode.img",
    "lib/modules/6.12.48-1-MANJARO/modules.builtin",
    "usr/bin/update-grub",
    "usr/bin/swtpm",
    "usr/bin/swtpm_setup",
  ],
  commandLine: `BOOT_IMAGE=/vmlinuz-6.12-x86_64 ${kernelLine}`,
  devices: demo.devices.map((device) => ({ ...device, ...ownDrivers[device.address] })),
  links: { ...demo.links, "sys/class/block/nvme0n1p3": `${nvme}/nvme0n1p3` },
  files: {
    ...demo.files,
    [`${nvme}/nvme0n1p3/dev`]: "259:3\n",
    "proc/self/mountinfo": (demo.files?.["proc/self/mountinfo"] ?? "").replace(
      "1 1 259:1",
      "1 1 259:3 / /boot rw - ext4 /dev/nvme0n1p3 rw\n1 1 259:1",
    ),
    "proc/sys/kernel/hostname": "workstation\n",
    "etc/hostname": "workstation\n",
    "etc/libvirt/qemu.conf": "# Master configuration file for the QEMU driver.\n",
    "etc/default/grub": [
      "GRUB_DEFAULT=saved\nGRUB_TIMEOUT=5\nGRUB_DISTRIBUTOR='Manjaro'\n",
      `GRUB_CMDLINE_LINUX_DEFAULT="${kernelLine.replace(/^.* ro /, "")}"\nGRUB_CMDLINE_LINUX=""\n`,
    ].join(""),
    "etc/mkinitcpio.conf": [
      "MODULES=()\nBINARIES=()\nFILES=()\n",
      "HOOKS=(base udev autodetect modconf kms block keyboard keymap filesystems fsck)\n",
    ].join(""),
    "etc/mkinitcpio.d/linux612.preset":
      "ALL_kver='/boot/vmlinuz-6.12-x86_64'\nPRESETS=('default')\ndefault_image=\"/boot/initramfs-6.12-x86_64.img\"\n",
  },
};
