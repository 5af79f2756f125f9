import {
  eliloConfigurations,
  entryFolders,
  extlinuxConfigurations,
  limineConfigurations,
  raspberryCommandLines,
  refindConfigurations,
} from "../boot/boot-marks";

/** Files by their paths, and by a folder with what names in it look like. No path has a leading slash. */
const files: ReadonlySet<string> = new Set([
  "etc/default/grub",
  "etc/default/limine",
  "etc/default/u-boot",
  "etc/update-extlinux.conf",
  "etc/kernel/cmdline",
  "etc/kernel/uki.conf",
  "etc/kernelstub/configuration",
  "etc/lilo.conf",
  "etc/dracut.conf",
  "etc/mkinitcpio.conf",
  "etc/booster.yaml",
  "etc/modules",
  "etc/initramfs-tools/modules",
  "etc/sysctl.conf",
  // Looking Glass's memory, and what lets QEMU open it.
  "etc/tmpfiles.d/10-looking-glass.conf",
  "etc/libvirt/qemu.conf",
  "etc/apparmor.d/local/abstractions/libvirt-qemu",
  "etc/network/interfaces",
  "etc/resolv.conf",
  "run/passdeck-network/interfaces",
  "boot/grub/custom.cfg",
  "boot/grub2/custom.cfg",
  "boot/grub/grubenv",
  "boot/grub2/grubenv",
  "boot/firmware/tryboot.txt",
  "boot/tryboot.txt",
  "boot/firmware/passdeck-trial-cmdline.txt",
  "boot/passdeck-trial-cmdline.txt",
  "boot/refind_linux.conf",
  "boot/syslinux/syslinux.cfg",
  ...eliloConfigurations,
  ...extlinuxConfigurations,
  ...limineConfigurations,
  ...refindConfigurations,
  ...raspberryCommandLines,
]);

const inFolders: readonly (readonly [folder: string, name: RegExp])[] = [
  ["etc/default/grub.d", /\.cfg$/],
  // What a preset of mkinitcpio's names, and what a Raspberry Pi's config.txt does.
  ["etc", /^mkinitcpio[\w.-]*\.conf$/],
  ["boot/firmware", /^cmdline[\w.-]*\.txt$/],
  ["boot", /^cmdline[\w.-]*\.txt$/],
  ["etc/kernel", /^[\w-]*cmdline[\w.-]*$/],
  ["etc/cmdline.d", /\.conf$/],
  ["etc/limine-entry-tool.d", /\.conf$/],
  ["etc/dracut.conf.d", /\.conf$/],
  ["etc/mkinitcpio.conf.d", /\.conf$/],
  ["etc/mkinitcpio.d", /\.preset$/],
  ["etc/modprobe.d", /\.conf$/],
  ["etc/modules-load.d", /\.conf$/],
  ["etc/sysctl.d", /\.conf$/],
  ["etc/driverctl.d", /^pci-[0-9a-f:.]+$/],
  ["etc/udev/rules.d", /^\d+-passdeck-[\w-]+\.rules$/],
  ["etc/initramfs-tools/scripts/init-top", /^\d*-?passdeck-[\w-]+$/],
  ["etc/initramfs-tools/hooks", /^passdeck-[\w-]+$/],
  ["etc/initcpio/hooks", /^passdeck-[\w-]+$/],
  ["etc/initcpio/install", /^passdeck-[\w-]+$/],
  ["etc/network/interfaces.d", /^[\w-][\w.-]*$/],
  // Below /run stands what is only tried.
  ...["etc", "run"].flatMap((place): [string, RegExp][] => [
    [`${place}/netplan`, /\.yaml$/],
    [`${place}/systemd/network`, /^05-[\w.-]+\.(?:netdev|network)$/],
    [`${place}/NetworkManager/system-connections`, /\.nmconnection$/],
  ]),
  ["usr/lib/dracut/modules.d/90passdeck-vfio", /^[\w-]+\.sh$/],
  ["usr/lib/dracut/modules.d/91passdeck-trial", /^[\w-]+\.sh$/],
  ...entryFolders.map((folder) => [folder, /\.conf$/] as const),
];

/** A copy of the initial RAM disk tool's configuration, for a trial alone. */
const staged = /^var\/lib\/passdeck-trial\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;

/** GRUB's environment where Fedora and its kin keep it on the EFI partition. */
const environments = /^boot\/efi\/EFI\/[\w.-]+\/grubenv$/;

/** GRUB's own file in a system's folder on an EFI partition, which leads to its menu. */
const grubStubs = /^(?:boot|efi|boot\/efi)\/EFI\/[\w.-]+\/grub\.cfg$/;

/** Keys of wireless networks and VPNs may stand there; NetworkManager passes over what others can read. */
const secretFolders = /^(?:etc|run)\/(?:netplan|NetworkManager\/system-connections)\//;

/** Whether a new file is root's alone to read. */
export function isSecretFile(path: string): boolean {
  return secretFolders.test(path);
}

/** Whether Passdeck may ever write a file: what decides how a host and its network start, and nothing besides. */
export function isAllowedFile(path: string): boolean {
  if (path.split("/").some((part) => part === "" || part === "." || part === "..") || /[\0\n]/.test(path))
    return false;
  if (files.has(path) || environments.test(path) || grubStubs.test(path) || staged.test(path)) return true;
  const end = path.lastIndexOf("/");
  const [folder, name] = [path.slice(0, end), path.slice(end + 1)];
  return inFolders.some(
    ([known, pattern]) => known === folder && !name.startsWith(".") && pattern.test(name),
  );
}
