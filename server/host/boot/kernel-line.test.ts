import { describe, expect, test } from "vitest";
import type { KernelLineSource } from "./boot-setup";
import { bootOf, efiVariable, present } from "./boot-setup.test-data";
import { bootOrder } from "./efi-variables";

const systemdBoot = efiVariable("LoaderInfo", "systemd-boot 254.5");
const stub = efiVariable("StubInfo", "systemd-stub 256.7");
const byGrub = { "proc/cmdline": "BOOT_IMAGE=/vmlinuz-6.1 ro\n", ...present("etc/default/grub") };
const os = (id: string) => ({ "etc/os-release": `ID=${id}\n` });

function inShort(line: KernelLineSource | null): string {
  if (line === null) return "unknown";
  const commands = line.regenerate.map(
    ({ words, forEachKernel }) => `${words.join(" ")}${forEachKernel ? " (each)" : ""}`,
  );
  return [line.format, line.file, line.field, line.editor, ...commands].filter(Boolean).join(" | ");
}

describe("where the kernel line is kept", () => {
  test.each<[string, Record<string, string>, string]>([
    [
      "Debian",
      { ...byGrub, ...os("debian") },
      "grub-default | /etc/default/grub | GRUB_CMDLINE_LINUX_DEFAULT | update-grub",
    ],
    [
      "a cloud image whose drop-in sets the variable anew",
      {
        ...byGrub,
        ...os("ubuntu"),
        "etc/default/grub.d/50-cloudimg.cfg": 'GRUB_CMDLINE_LINUX_DEFAULT="console=ttyS0"\n',
        "etc/default/grub.d/60-more.cfg": 'GRUB_CMDLINE_LINUX_DEFAULT="$GRUB_CMDLINE_LINUX_DEFAULT quiet"\n',
      },
      "grub-default | /etc/default/grub.d/50-cloudimg.cfg | GRUB_CMDLINE_LINUX_DEFAULT | update-grub",
    ],
    [
      "Proxmox whose ESPs are refreshed, by GRUB",
      { ...byGrub, ...os("debian"), "etc/kernel/proxmox-boot-uuids": "1A2B-3C4D\n" },
      "grub-default | /etc/default/grub | GRUB_CMDLINE_LINUX_DEFAULT | proxmox-boot-tool refresh",
    ],
    [
      "Proxmox whose ESPs are refreshed, by systemd-boot",
      {
        ...systemdBoot,
        ...os("debian"),
        "etc/kernel/proxmox-boot-uuids": "1A2B-3C4D\n",
        ...present("etc/default/grub"),
      },
      "first-line | /etc/kernel/cmdline | proxmox-boot-tool refresh",
    ],
    ["Fedora", { ...byGrub, ...os("fedora") }, "entries | /boot/loader/entries/*.conf | options | grubby"],
    [
      "AlmaLinux without entries",
      { ...byGrub, ...os("almalinux"), "etc/default/grub": 'GRUB_ENABLE_BLSCFG="false"\n' },
      "grub-default | /etc/default/grub | GRUB_CMDLINE_LINUX | grub2-mkconfig -o /boot/grub2/grub.cfg",
    ],
    [
      "Silverblue",
      { ...byGrub, ...os("fedora"), ...present("run/ostree-booted", "usr/bin/rpm-ostree") },
      "deployment | rpm-ostree",
    ],
    [
      "an image of bootc's",
      { ...byGrub, ...os("centos"), ...present("run/ostree-booted", "usr/bin/bootc") },
      "bootc-kargs | /usr/lib/bootc/kargs.d/*.toml | kargs",
    ],
    [
      "Arch",
      { ...byGrub, ...os("arch") },
      "grub-default | /etc/default/grub | GRUB_CMDLINE_LINUX_DEFAULT | grub-mkconfig -o /boot/grub/grub.cfg",
    ],
    [
      "Manjaro",
      { ...byGrub, ...os("manjaro"), ...present("usr/bin/update-grub") },
      "grub-default | /etc/default/grub | GRUB_CMDLINE_LINUX_DEFAULT | update-grub",
    ],
    [
      "openSUSE Leap",
      { ...byGrub, ...os("opensuse-leap") },
      "grub-default | /etc/default/grub | GRUB_CMDLINE_LINUX_DEFAULT | grub2-mkconfig -o /boot/grub2/grub.cfg",
    ],
    [
      "MicroOS",
      { ...byGrub, ...os("opensuse-microos"), ...present("usr/sbin/transactional-update") },
      "grub-default | /etc/default/grub | GRUB_CMDLINE_LINUX_DEFAULT | transactional-update grub.cfg",
    ],
    [
      "openSUSE by GRUB with entries",
      {
        ...byGrub,
        ...os("opensuse-tumbleweed"),
        "etc/sysconfig/bootloader": 'LOADER_TYPE="grub2-bls"\n',
        ...present("usr/bin/sdbootutil"),
      },
      "plain | /etc/kernel/cmdline | sdbootutil update-all-entries",
    ],
    [
      "Arch with entries by hand and a stray /etc/kernel/cmdline",
      {
        ...systemdBoot,
        ...os("arch"),
        "efi/loader/entries/arch.conf": "linux /vmlinuz-linux\noptions rw\n",
        ...present("etc/kernel/cmdline"),
      },
      "entries | /efi/loader/entries/*.conf | options",
    ],
    [
      "entries of kernel-install, systemd 254",
      { ...systemdBoot, ...os("arch"), "boot/loader/entries/0123456789abcdef0123456789abcdef-6.9.conf": "" },
      "plain | /etc/kernel/cmdline | kernel-install add VERSION /usr/lib/modules/VERSION/vmlinuz (each)",
    ],
    [
      "entries of kernel-install by a token, systemd 257",
      {
        ...systemdBoot,
        ...os("fedora"),
        "etc/kernel/entry-token": "tower\n",
        "efi/loader/entries/tower-6.9.conf": "",
        ...present("usr/lib64/systemd/libsystemd-shared-257.4-1.fc42.so"),
      },
      "plain | /etc/kernel/cmdline | kernel-install add-all",
    ],
    [
      "Debian 12 by systemd-boot",
      {
        ...systemdBoot,
        ...os("debian"),
        ...present(
          "etc/kernel/cmdline",
          "usr/sbin/mkinitramfs",
          "usr/lib/x86_64-linux-gnu/systemd/libsystemd-shared-252.so",
        ),
      },
      "plain | /etc/kernel/cmdline | kernel-install add VERSION /boot/vmlinuz-VERSION (each)",
    ],
    [
      "EndeavourOS",
      {
        ...systemdBoot,
        ...os("endeavouros"),
        ...present("etc/kernel/cmdline", "usr/bin/reinstall-kernels", "usr/bin/dracut"),
      },
      "plain | /etc/kernel/cmdline | reinstall-kernels",
    ],
    [
      "Pop!_OS on EFI",
      { ...systemdBoot, ...os("pop") },
      "kernelstub | /etc/kernelstub/configuration | user.kernel_options | kernelstub",
    ],
    [
      "Pop!_OS on BIOS",
      { ...byGrub, ...os("pop") },
      "grub-default | /etc/default/grub | GRUB_CMDLINE_LINUX_DEFAULT | update-grub",
    ],
    [
      "a UKI of mkinitcpio with lines of its own",
      {
        ...stub,
        ...os("arch"),
        "etc/mkinitcpio.d/linux.preset": "default_uki=/efi/a.efi\n",
        ...present("etc/cmdline.d/root.conf", "usr/bin/mkinitcpio"),
      },
      "plain | /etc/cmdline.d/*.conf | mkinitcpio -P",
    ],
    [
      "a UKI of dracut",
      { ...stub, ...os("arch"), "etc/dracut.conf.d/uki.conf": 'uefi="yes"\nkernel_cmdline="rw"\n' },
      "dracut-conf | /etc/dracut.conf.d/uki.conf | kernel_cmdline | dracut --force --regenerate-all",
    ],
    [
      "a UKI of Gentoo's dracut",
      {
        ...stub,
        ...os("gentoo"),
        "etc/dracut.conf": "uefi=yes\n",
        ...present("var/db/pkg/sys-kernel/gentoo-kernel-bin-6.6.58/PF"),
      },
      "dracut-conf | /etc/dracut.conf.d/cmdline.conf | kernel_cmdline | emerge --config sys-kernel/gentoo-kernel-bin",
    ],
    [
      "a UKI of ukify that names its file",
      {
        ...stub,
        ...os("fedora"),
        "etc/kernel/uki.conf": "[UKI]\nCmdline=@/etc/kernel/mine\n",
        ...present("usr/lib/systemd/libsystemd-shared-257.so"),
      },
      "plain | /etc/kernel/mine | kernel-install add-all",
    ],
    [
      "a UKI of ukify with its line",
      {
        ...stub,
        ...os("fedora"),
        "etc/kernel/uki.conf": "[UKI]\nCmdline=rw quiet\n",
        ...present("usr/lib/systemd/libsystemd-shared-257.so"),
      },
      "uki-conf | /etc/kernel/uki.conf | Cmdline | kernel-install add-all",
    ],
    [
      "Limine whose file is made by a tool",
      {
        ...efiVariable("LoaderInfo", "Limine 9"),
        ...os("cachyos"),
        ...present("boot/limine.conf", "usr/bin/limine-update"),
      },
      "limine-default | /etc/default/limine | KERNEL_CMDLINE[default] | limine-update",
    ],
    [
      "Limine by hand",
      { ...os("arch"), ...present("efi/limine.conf") },
      "limine-conf | /efi/limine.conf | cmdline",
    ],
    [
      "rEFInd",
      { ...os("arch"), ...present("boot/refind_linux.conf") },
      "refind-linux | /boot/refind_linux.conf",
    ],
    [
      "rEFInd with stanzas",
      { ...os("arch"), ...present("efi/EFI/refind/refind.conf") },
      "refind-conf | /efi/EFI/refind/refind.conf | options",
    ],
    [
      "extlinux by hand",
      present("boot/extlinux/extlinux.conf"),
      "extlinux | /boot/extlinux/extlinux.conf | append",
    ],
    [
      "Debian's u-boot-menu",
      { ...os("debian"), ...present("boot/extlinux/extlinux.conf", "usr/sbin/u-boot-update") },
      "shell-variable | /etc/default/u-boot | U_BOOT_PARAMETERS | u-boot-update",
    ],
    [
      "Alpine",
      { ...os("alpine"), ...present("boot/extlinux.conf", "etc/update-extlinux.conf") },
      "shell-variable | /etc/update-extlinux.conf | default_kernel_opts | update-extlinux",
    ],
    [
      "Unraid by syslinux",
      { "proc/cmdline": "BOOT_IMAGE=/bzimage\n" },
      "extlinux | /boot/syslinux/syslinux.cfg | append",
    ],
    [
      "LILO",
      { "proc/cmdline": "BOOT_IMAGE=Linux\n", ...present("etc/lilo.conf") },
      "lilo | /etc/lilo.conf | append | lilo",
    ],
    [
      "an older Raspberry Pi OS",
      { "proc/device-tree/model": "Raspberry Pi 3", ...present("boot/cmdline.txt") },
      "cmdline-txt | /boot/cmdline.txt",
    ],
    [
      "Ubuntu on a Raspberry Pi, with a folder for each kernel",
      {
        "proc/device-tree/model": "Raspberry Pi 5",
        "boot/firmware/config.txt": "[all]\nos_prefix=current/\n",
        ...present("boot/firmware/cmdline.txt", "boot/firmware/current/cmdline.txt"),
      },
      "cmdline-txt | /boot/firmware/current/cmdline.txt",
    ],
    [
      "Limine before its eighth version",
      { ...efiVariable("LoaderInfo", "Limine 5.2"), ...present("boot/limine.cfg") },
      "limine-conf | /boot/limine.cfg | cmdline",
    ],
    [
      "a UKI of Gentoo's dracut and a kernel of one's own",
      { ...stub, ...os("gentoo"), "etc/dracut.conf": "uefi=yes\n" },
      "dracut-conf | /etc/dracut.conf.d/cmdline.conf | kernel_cmdline | dracut --force --regenerate-all",
    ],
    [
      "a UKI by mkinitcpio before its 34th version",
      { ...stub, "etc/mkinitcpio.d/linux.preset": 'default_efi_image="/efi/EFI/Linux/arch.efi"\n' },
      "plain | /etc/kernel/cmdline | mkinitcpio -P",
    ],
    [
      "a UKI whose line's file is named in quotes",
      { ...stub, ...os("arch"), "etc/kernel/uki.conf": '[UKI]\nCmdline="@/etc/kernel/line"\n' },
      "plain | /etc/kernel/line | mkinitcpio -P",
    ],
    [
      "a preset that names its kernel line's file in a list",
      {
        ...stub,
        "etc/mkinitcpio.d/linux.preset":
          "default_uki=/efi/EFI/Linux/arch.efi\ndefault_options=(--splash /x.bmp --cmdline /etc/kernel/line)\n",
      },
      "plain | /etc/kernel/line | mkinitcpio -P",
    ],
    [
      "RHEL 7, whose menu has no entries",
      {
        ...byGrub,
        "etc/os-release": 'ID="rhel"\nVERSION_ID="7.9"\n',
        "etc/default/grub": 'GRUB_CMDLINE_LINUX="quiet"\n',
        ...present("usr/sbin/grubby"),
      },
      "grub-default | /etc/default/grub | GRUB_CMDLINE_LINUX | grub2-mkconfig -o /boot/grub2/grub.cfg",
    ],
    [
      "RHEL 7 by EFI, on whose partition only grubby writes",
      {
        ...byGrub,
        "etc/os-release": 'ID="rhel"\nVERSION_ID="7.9"\n',
        "etc/default/grub": 'GRUB_CMDLINE_LINUX="quiet"\n',
        ...present("usr/sbin/grubby", "etc/grub2-efi.cfg"),
      },
      "entries | /boot/loader/entries/*.conf | options | grubby",
    ],
    [
      "a system like Fedora without grubby",
      {
        ...byGrub,
        "etc/os-release": 'ID=mageia\nID_LIKE="mandriva fedora"\n',
        "etc/default/grub": 'GRUB_CMDLINE_LINUX="quiet"\n',
      },
      "grub-default | /etc/default/grub | GRUB_CMDLINE_LINUX | grub2-mkconfig -o /boot/grub2/grub.cfg",
    ],
    [
      "Limine's settings in a file of their own",
      {
        ...efiVariable("LoaderInfo", "Limine 9.3"),
        ...present("usr/bin/limine-mkinitcpio"),
        "etc/default/limine": "ESP_PATH=/boot\n",
        "etc/limine-entry-tool.d/10.conf": 'KERNEL_CMDLINE[default]+="quiet"\n',
      },
      "limine-default | /etc/limine-entry-tool.d/10.conf | KERNEL_CMDLINE[default] | limine-mkinitcpio",
    ],
    [
      "an image of bootc of which no more is seen",
      { ...os("fedora"), ...present("usr/lib/bootc/kargs.d/10.toml") },
      "deployment | rpm-ostree",
    ],
    [
      "a preset that names its kernel line's file",
      {
        ...stub,
        ...present("etc/kernel/cmdline"),
        "etc/mkinitcpio.d/linux.preset":
          'default_uki="/efi/EFI/Linux/arch.efi"\ndefault_options="--splash /x.bmp --cmdline /etc/kernel/cmdline-lts"\n',
      },
      "plain | /etc/kernel/cmdline-lts | mkinitcpio -P",
    ],
    [
      "a kernel in the firmware's own menu",
      { "proc/cmdline": "initrd=\\i.img rw\n", ...present(bootOrder) },
      "efi-entry | efibootmgr",
    ],
    [
      "NixOS",
      { ...systemdBoot, ...os("nixos"), ...present("etc/NIXOS") },
      "nixos | /etc/nixos/configuration.nix | boot.kernelParams | nixos-rebuild boot",
    ],
  ])("%s", async (_, files, expected) => {
    expect(inShort((await bootOf(files)).line)).toBe(expected);
  });
});

describe("what builds the initial RAM disk", () => {
  test("is the distribution's own tool where no program of the host is seen, and none where all are", async () => {
    expect((await bootOf(os("debian"))).initramfs).toBe("initramfs-tools");
    expect((await bootOf({ ...os("debian"), ...present("usr/bin/env") })).initramfs).toBeNull();
  });

  const mkinitcpioHook = "usr/share/libalpm/hooks/90-mkinitcpio-install.hook";
  const dracutHook = "usr/share/libalpm/hooks/90-dracut-install.hook";

  test.each<[string, string[], string | null, string]>([
    ["Arch", ["usr/bin/mkinitcpio", mkinitcpioHook], "mkinitcpio", "mkinitcpio -P"],
    [
      "EndeavourOS with mkinitcpio left",
      ["usr/bin/mkinitcpio", "usr/bin/dracut", dracutHook],
      "dracut",
      "dracut --force --regenerate-all",
    ],
    [
      "EndeavourOS by GRUB",
      ["usr/bin/dracut", "usr/bin/dracut-rebuild", dracutHook],
      "dracut",
      "dracut-rebuild",
    ],
    [
      "Debian",
      ["usr/sbin/mkinitramfs", "etc/kernel/postinst.d/initramfs-tools"],
      "initramfs-tools",
      "update-initramfs -u -k all",
    ],
    [
      "Debian with dracut, the other's hook left",
      ["usr/bin/dracut", "etc/kernel/postinst.d/dracut", "etc/kernel/postinst.d/initramfs-tools"],
      "dracut",
      "dracut --force --regenerate-all",
    ],
    [
      "a program without a hook, the other's configuration left",
      ["usr/bin/dracut", "etc/initramfs-tools/initramfs.conf"],
      "dracut",
      "dracut --force --regenerate-all",
    ],
    ["configuration alone", ["etc/mkinitcpio.conf"], "mkinitcpio", "mkinitcpio -P"],
    ["booster", ["usr/bin/booster"], "booster", "/usr/lib/booster/regenerate_images"],
    ["Alpine", ["sbin/mkinitfs"], "mkinitfs", "mkinitfs"],
    [
      "Limine's own hook",
      ["usr/bin/mkinitcpio", "usr/bin/limine-mkinitcpio"],
      "mkinitcpio",
      "limine-mkinitcpio",
    ],
    ["MicroOS", ["usr/bin/dracut", "usr/sbin/transactional-update"], "dracut", "transactional-update initrd"],
    ["Silverblue", ["usr/bin/dracut", "run/ostree-booted"], "dracut", "rpm-ostree initramfs --enable"],
    ["NixOS", ["etc/NIXOS"], null, "nixos-rebuild boot"],
    ["drop-ins alone", ["etc/dracut.conf.d/vfio.conf"], "dracut", "dracut --force --regenerate-all"],
    ["a preset alone", ["etc/mkinitcpio.d/linux.preset"], "mkinitcpio", "mkinitcpio -P"],
    ["nothing that tells", ["etc/fstab"], null, ""],
  ])("%s", async (_, paths, tool, command) => {
    const { initramfs, rebuildInitramfs } = await bootOf(present(...paths));
    expect(initramfs).toBe(tool);
    expect(rebuildInitramfs.map(({ words }) => words.join(" ")).join()).toBe(command);
  });
});
