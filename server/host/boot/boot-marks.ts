import { bootOrder } from "./efi-variables";

/** Where EFI system partitions and their kin are mounted. */
const bootMounts = ["boot", "efi", "boot/efi"] as const;
export const entryFolders = bootMounts.map((mount) => `${mount}/loader/entries`);
export const loaderConfigurations = [
  "loader/loader.conf",
  ...bootMounts.map((at) => `${at}/loader/loader.conf`),
];
export const limineConfigurations = bootMounts.flatMap((at) =>
  ["limine", "limine/limine", "EFI/limine/limine", "EFI/BOOT/limine"].flatMap((path) => [
    `${at}/${path}.conf`,
    // Before Limine 8.
    `${at}/${path}.cfg`,
  ]),
);
export const refindConfigurations = bootMounts.map((at) => `${at}/EFI/refind/refind.conf`);
/** Folders of systems on EFI partitions: GRUB's own file is in that of the system. */
export const efiFolders = bootMounts.map((at) => `${at}/EFI`);
export const grubMenus = ["boot/grub/grub.cfg", "boot/grub2/grub.cfg"] as const;
/** GRUB's environment, which exists where GRUB is installed. */
export const grubEnvironments = ["boot/grub/grubenv", "boot/grub2/grubenv"] as const;
export const extlinuxConfigurations = ["boot/extlinux/extlinux.conf", "boot/extlinux.conf"] as const;
/** The EFI partitions that Proxmox keeps, by UUID (proxmox-boot-tool). */
export const proxmoxPartitions = "etc/kernel/proxmox-boot-uuids";
export const raspberryConfigurations = ["boot/firmware/config.txt", "boot/config.txt"] as const;
export const raspberryCommandLines = [
  "boot/firmware/cmdline.txt",
  "boot/firmware/current/cmdline.txt",
  "boot/cmdline.txt",
] as const;
/** Slackware's; elilo.conf(5) is as lilo.conf(5). */
export const eliloConfigurations = [
  "boot/efi/EFI/Slackware/elilo.conf",
  "boot/efi/EFI/elilo/elilo.conf",
] as const;
/** Each host has it (coreutils): where it is not seen, no program is. */
export const anyProgram = "usr/bin/env";
/** Hooks by which a package manager has the initial RAM disk built. */
export const initramfsHooks = {
  pacmanMkinitcpio: "usr/share/libalpm/hooks/90-mkinitcpio-install.hook",
  pacmanDracut: "usr/share/libalpm/hooks/90-dracut-install.hook",
  debianInitramfsTools: "etc/kernel/postinst.d/initramfs-tools",
  debianDracut: "etc/kernel/postinst.d/dracut",
} as const;

const fixedMarks = [
  anyProgram,
  bootOrder,
  "etc/NIXOS",
  "etc/default/grub",
  "etc/default/limine",
  "etc/default/u-boot",
  "etc/grub2.cfg",
  "etc/grub2-efi.cfg",
  "etc/kernel/cmdline",
  "etc/kernel/install.conf",
  "etc/kernelstub/configuration",
  "etc/lilo.conf",
  "etc/synoinfo.conf",
  "etc/config/qpkg.conf",
  "etc/unraid-version",
  "etc/zfsbootmenu/config.yaml",
  "opt/xensource/libexec/xen-cmdline",
  "run/cos/active_mode",
  "etc/update-extlinux.conf",
  "boot/armbianEnv.txt",
  "boot/refind_linux.conf",
  "boot/syslinux/syslinux.cfg",
  "run/ostree-booted",
  ...["bin", "sbin"].flatMap((folder) =>
    [
      "abroot",
      "bootc",
      "clr-boot-manager",
      "dracut",
      "dracut-rebuild",
      "grubby",
      "limine-mkinitcpio",
      "limine-update",
      "midclt",
      "reinstall-kernels",
      "rpm-ostree",
      "sdbootutil",
      "transactional-update",
      "u-boot-update",
      "update-grub",
      "update-initramfs",
    ].map((name) => `usr/${folder}/${name}`),
  ),
  "usr/bin/mkinitcpio",
  "usr/bin/booster",
  "usr/sbin/mkinitramfs",
  "sbin/mkinitfs",
  "etc/mkinitcpio.conf",
  "etc/initramfs-tools/initramfs.conf",
  "etc/initramfs-tools/modules",
  "etc/dracut.conf",
  "etc/booster.yaml",
  "etc/mkinitfs/mkinitfs.conf",
];

/** Of these only their being there matters. */
export const bootMarks = [
  ...fixedMarks,
  ...loaderConfigurations,
  ...limineConfigurations,
  ...refindConfigurations,
  ...grubMenus,
  ...grubEnvironments,
  ...extlinuxConfigurations,
  ...raspberryCommandLines,
  ...eliloConfigurations,
  ...Object.values(initramfsHooks),
];
