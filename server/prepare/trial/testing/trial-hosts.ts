import type { HostTools } from "../../../host/tools";
import { treeOfEntries } from "../../../host/tree.test-data";
import type { TreeEntry } from "../../../host/tree-entries";
import { readPrepareHost } from "../../read-prepare-host";
import { readTrialHost } from "../read-trial-host";
import type { TrialHost } from "../trial-host";

/** What grub-probe answers: of what file system, on what. */
export type Storage = readonly [fileSystem: string, abstraction: string];

/** A host of these files, whose /boot/grub lies on `storage`; null: grub-probe fails. @param firmware What UEFI shows. */
export async function trialHostOf(
  files: Readonly<Record<string, string>>,
  storage: Storage | null = ["ext2", ""],
  firmware: readonly TreeEntry[] = [],
): Promise<TrialHost> {
  const all = { "proc/meminfo": "MemTotal: 33554432 kB\n", ...files };
  const entries = Object.entries(all).map(([path, text]) => ({ kind: "file", path, text }) as const);
  const tree = await treeOfEntries([...entries, ...firmware]);
  return readTrialHost(await readPrepareHost(tree, []), tree, probing(storage));
}

function probing(storage: Storage | null): HostTools {
  return {
    run: async (program, words) => {
      if (!/^grub2?-probe$/.test(program)) throw new Error(`${program} was run`);
      const answer = words.includes("--target=fs") ? storage?.[0] : storage?.[1];
      return { status: storage === null ? 1 : 0, output: `${answer}\n`, errors: "" };
    },
  };
}

/** What a menu of grub-mkconfig's begins and ends with, as far as trials are concerned. */
function menu(...entries: readonly string[]): string {
  return [
    "### BEGIN /etc/grub.d/00_header ###",
    "if [ -s $prefix/grubenv ]; then",
    "  load_env",
    "fi",
    'if [ "$next_entry" ] ; then',
    '   set default="$next_entry"',
    "   set next_entry=",
    "   save_env next_entry",
    "   set boot_once=true",
    "fi",
    "### BEGIN /etc/grub.d/10_linux ###",
    ...entries,
    "### BEGIN /etc/grub.d/41_custom ###",
    "if [ -f $config_directory/custom.cfg ]; then",
    "  source $config_directory/custom.cfg",
    "fi",
    "",
  ].join("\n");
}

/** An Ubuntu with /boot on a partition of its own: functions and a variable of GRUB's in each entry. */
export const ubuntu: Readonly<Record<string, string>> = {
  "etc/os-release": "ID=ubuntu\nID_LIKE=debian\n",
  "etc/default/grub": 'GRUB_CMDLINE_LINUX_DEFAULT="quiet splash"\nGRUB_CMDLINE_LINUX=""\n',
  "usr/sbin/update-grub": "",
  "usr/sbin/mkinitramfs": "",
  "etc/kernel/postinst.d/initramfs-tools": "",
  "proc/sys/kernel/osrelease": "6.8.0-45-generic\n",
  "proc/cmdline": "BOOT_IMAGE=/vmlinuz-6.8.0-45-generic root=/dev/vda3 ro quiet splash vt.handoff=7\n",
  "boot/initrd.img-6.8.0-45-generic": "",
  "boot/initrd.img-6.5.0-1-generic": "",
  "boot/grub/grub.cfg": menu(
    "menuentry 'Ubuntu' --class ubuntu --class os $menuentry_id_option 'gnulinux-simple-1' {",
    "\trecordfail",
    "\tload_video",
    "\tgfxmode $linux_gfx_mode",
    "\tif [ x$grub_platform = xxen ]; then insmod xzio; insmod lzopio; fi",
    "\tsearch --no-floppy --fs-uuid --set=root 8fffa05f-ff76-4b99-93c0-22dc7217a7c1",
    "\tlinux\t/vmlinuz-6.8.0-45-generic root=/dev/vda3 ro  quiet splash $vt_handoff",
    "\tinitrd\t/initrd.img-6.8.0-45-generic",
    "}",
    "submenu 'Advanced options for Ubuntu' $menuentry_id_option 'gnulinux-advanced-1' {",
    "\tmenuentry 'Ubuntu, with Linux 6.8.0-45-generic (recovery mode)' $menuentry_id_option 'r' {",
    "\t\tlinux\t/vmlinuz-6.8.0-45-generic root=/dev/vda3 ro recovery nomodeset",
    "\t\tinitrd\t/initrd.img-6.8.0-45-generic",
    "\t}",
    "}",
  ),
};

/** An Arch with the processor's microcode before the initial RAM disk. */
export const arch: Readonly<Record<string, string>> = {
  "etc/os-release": "ID=arch\n",
  "etc/default/grub": 'GRUB_CMDLINE_LINUX_DEFAULT="loglevel=3 quiet"\nGRUB_CMDLINE_LINUX=""\n',
  "usr/bin/mkinitcpio": "",
  "etc/mkinitcpio.conf":
    "MODULES=()\nHOOKS=(base udev autodetect modconf kms keyboard block filesystems fsck)\n",
  "usr/share/libalpm/hooks/90-mkinitcpio-install.hook": "",
  "proc/sys/kernel/osrelease": "6.11.5-arch1-1\n",
  "proc/cmdline": "BOOT_IMAGE=/boot/vmlinuz-linux root=UUID=9f2 rw loglevel=3 quiet\n",
  "boot/initramfs-linux.img": "",
  "boot/grub/grub.cfg": menu(
    "menuentry 'Arch Linux' --class arch --class os $menuentry_id_option 'gnulinux-simple-9f2' {",
    "\tsavedefault",
    "\tload_video",
    "\tset gfxpayload=keep",
    "\tsearch --no-floppy --fs-uuid --set=root 9f2",
    "\techo\t'Loading Linux linux ...'",
    "\tlinux\t/boot/vmlinuz-linux root=UUID=9f2 rw  loglevel=3 quiet",
    "\tinitrd\t/boot/amd-ucode.img /boot/initramfs-linux.img",
    "}",
  ),
};

/** A Fedora, whose GRUB makes its menu of entries. */
export const fedora: Readonly<Record<string, string>> = {
  "etc/os-release": "ID=fedora\n",
  "etc/default/grub": "GRUB_ENABLE_BLSCFG=true\n",
  "usr/bin/grubby": "",
  "usr/bin/dracut": "",
  "proc/sys/kernel/osrelease": "6.11.4-301.fc41.x86_64\n",
  "proc/cmdline": "BOOT_IMAGE=(hd0,gpt2)/vmlinuz-6.11.4-301.fc41.x86_64 root=UUID=5a ro rhgb quiet\n",
  "boot/initramfs-6.11.4-301.fc41.x86_64.img": "",
  "boot/grub2/grub.cfg": "load_env\nblscfg\n",
  "boot/grub2/grubenv": "# GRUB Environment Block\nsaved_entry=0123-6.11.4-301.fc41.x86_64\n",
  "boot/loader/entries/0123-6.11.4-301.fc41.x86_64.conf": [
    "title Fedora Linux (6.11.4-301.fc41.x86_64) 41 (Server Edition)",
    "version 6.11.4-301.fc41.x86_64",
    "linux /vmlinuz-6.11.4-301.fc41.x86_64",
    "initrd /initramfs-6.11.4-301.fc41.x86_64.img $tuned_initrd",
    "options root=UUID=5a ro rhgb quiet",
    "grub_users $grub_users",
    "grub_class fedora",
    "",
  ].join("\n"),
};
