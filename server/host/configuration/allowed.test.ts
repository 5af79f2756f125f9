import { expect, test } from "vitest";
import { isAllowedCommand } from "./allowed-commands";
import { isAllowedFile } from "./allowed-files";

test.each([
  "etc/default/grub",
  "etc/default/grub.d/50-cloudimg-settings.cfg",
  "etc/udev/rules.d/61-passdeck-vfio.rules",
  "boot/efi/loader/entries/arch.conf",
  "boot/efi/EFI/fedora/grubenv",
  "etc/mkinitcpio-lts.conf",
  "boot/firmware/cmdline-vm.txt",
])("/%s may be written", (path) => expect(isAllowedFile(path)).toBe(true));

test.each([
  "",
  "etc/passwd",
  "/etc/default/grub",
  "etc/default/../default/grub",
  "etc/modprobe.d/../../root/x.conf",
  "etc/modprobe.d/.hidden.conf",
  "etc/modprobe.d/x.conf\n",
  "etc/modprobe.d/deeper/x.conf",
  "etc/udev/rules.d/99-others.rules",
  "etc/initramfs-tools/hooks/others",
  "boot/grub/grub.cfg",
  "boot/vmlinuz",
  "boot/firmware/config.txt",
  "var/lib/passdeck-trial/../x",
])("/%s may not", (path) => expect(isAllowedFile(path)).toBe(false));

test.each([
  ["update-grub"],
  ["update-initramfs", "-u", "-k", "all"],
  ["kernel-install", "add", "6.1.0-25-amd64", "/boot/vmlinuz-6.1.0-25-amd64"],
  ["grubby", "--update-kernel=ALL", "--args=iommu=pt quiet", "--remove-args=splash"],
  ["kernelstub", "--add-options", "iommu=pt quiet"],
  ["rpm-ostree", "kargs", "--append-if-missing=iommu=pt", "--delete-if-present=quiet"],
  ["mkinitramfs", "-d", "/var/lib/passdeck-trial/initramfs-tools", "-o", "/boot/passdeck-trial.img", "6.1.0"],
  ["rm", "--recursive", "--force", "/var/lib/passdeck-trial"],
])("%j may be run", (...words) => expect(isAllowedCommand(words)).toBe(true));

test.each([
  [],
  ["sh", "-c", "id"],
  ["/bin/update-grub"],
  ["update-grub", "-x"],
  ["grub-mkconfig", "-o", "/etc/passwd"],
  ["kernel-install", "add", "6.1", "/boot/vmlinuz-6.2"],
  ["kernel-install", "add", "6.1", "/root/x"],
  ["grubby", "--update-kernel=ALL", "--args=a\n--copy-default"],
  ["grubby", "--remove-kernel=ALL"],
  ["kernelstub", "--add-options", "--esp-path"],
  ["rpm-ostree", "kargs", "--editor"],
  ["mkinitramfs", "-d", "/root/x", "-o", "/boot/passdeck-trial.img", "6.1.0"],
  [
    "mkinitramfs",
    "-d",
    "/var/lib/passdeck-trial/initramfs-tools",
    "-o",
    "/boot/../etc/passdeck-trial.img",
    "6",
  ],
  ["rm", "--recursive", "--force", "/"],
  ["rm", "--force", "/boot/vmlinuz"],
  ["toString"],
])("%j may not", (...words) => expect(isAllowedCommand(words)).toBe(false));
