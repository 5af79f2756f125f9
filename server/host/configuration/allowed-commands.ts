/** Where a trial's own initial RAM disk is built, and the copy of the configuration that it is built of. */
const image = String.raw`\/(?:boot|efi)(?:\/[\w+-][\w.+-]*)*\/passdeck-trial\.img`;
/** Where its unified kernel image is built. */
const unified = String.raw`\/(?:boot|efi)(?:\/[\w+-][\w.+-]*)*\/EFI\/passdeck-trial\.efi`;
const staging = String.raw`\/var\/lib\/passdeck-trial`;
const release = String.raw`\w[\w.+~-]*`;

/**
 * What Passdeck may run as root to change how a host starts: programs, each with what its arguments look like, joined by
 * line feeds. Whoever adds one sees to it that no argument can name a file or a program.
 */
const shapes: Readonly<Record<string, RegExp>> = {
  "update-grub": /^$/,
  "grub-mkconfig": /^-o\n\/boot\/grub\/grub\.cfg$/,
  "grub2-mkconfig": /^-o\n\/boot\/grub2\/grub\.cfg$/,
  "grub-reboot": /^[\w.+>-]+$/,
  "grub2-reboot": /^[\w.+>-]+$/,
  "grub-editenv": /^-\nunset\nnext_entry$/,
  "grub2-editenv": /^-\nunset\nnext_entry$/,
  "transactional-update": /^(?:grub\.cfg|initrd)$/,
  "update-initramfs": /^-u\n-k\nall$/,
  dracut: new RegExp(
    `^--force\\n(?:--regenerate-all|(?:--conf\\n${staging}/dracut\\.conf\\n)?--confdir\\n${staging}/dracut\\.conf\\.d\\n(?:${image}|${unified})\\n${release})$`,
  ),
  mkinitramfs: new RegExp(`^-d\\n${staging}/initramfs-tools\\n-o\\n${image}\\n${release}$`),
  cp: new RegExp(`^--archive\\n--update\\n/etc/(initramfs-tools|dracut\\.conf\\.d)/\\.\\n${staging}/\\1/$`),
  rm: new RegExp(`^(?:--force\\n(?:${image}|${unified})|--recursive\\n--force\\n${staging})$`),
  // Entries of the firmware's: what they start is on a partition that only root writes.
  efibootmgr: new RegExp(
    [
      "^(?:--create-only\\n--bootnum\\n[0-9A-F]{4}\\n--disk\\n/dev/\\w+\\n--part\\n\\d{1,3}",
      "\\n--label\\n[^-\\n][^\\n]{0,80}\\n--loader\\n(?:\\\\[\\w+-][\\w.+-]*)+(?:\\n--unicode\\n[^-\\n].*)?",
      "|--bootnum\\n[0-9A-F]{4}\\n--delete-bootnum|--bootnext\\n[0-9A-F]{4}",
      "|--bootorder\\n[0-9A-F]{4}(?:,[0-9A-F]{4})*)$",
    ].join(""),
  ),
  extlinux: /^(?:--once=passdeck-trial|--clear-once)\n\/boot\/extlinux$/,
  "grub-probe": /^--target=(?:fs|abstraction)\n\/boot\/grub$/,
  "grub2-probe": /^--target=(?:fs|abstraction)\n\/boot\/grub2$/,
  reboot: /^0 tryboot$/,
  "dracut-rebuild": /^$/,
  "reinstall-kernels": /^$/,
  mkinitcpio: new RegExp(
    `^(?:-P|-c\\n${staging}/mkinitcpio\\.conf\\n-D\\n/etc/initcpio\\n-D\\n/usr/lib/initcpio\\n-D\\n${staging}/initcpio\\n(?:-g\\n${image}|-U\\n${unified}\\n--cmdline\\n${staging}/cmdline)\\n-k\\n${release})$`,
  ),
  "/usr/lib/booster/regenerate_images": /^$/,
  mkinitfs: /^$/,
  lilo: /^$/,
  "limine-mkinitcpio": /^$/,
  "limine-update": /^$/,
  "u-boot-update": /^$/,
  "update-extlinux": /^$/,
  sdbootutil: /^update-all-entries$/,
  "kernel-install": /^(?:add-all|add\n([\w.+~-]+)\n(?:\/boot\/vmlinuz-\1|\/usr\/lib\/modules\/\1\/vmlinuz))$/,
  "proxmox-boot-tool": /^refresh$/,
  bootctl: /^set-oneshot\n(?:[\w.+-]*)$/,
  kernelstub: /^(?:--(?:add|delete)-options\n[^-\n].*)?$/,
  grubby: /^--update-kernel=ALL(?:\n--(?:remove-)?args=.+)+$/,
  "rpm-ostree": /^(?:kargs(?:\n--(?:append-if-missing|delete-if-present|replace)=.+)+|initramfs\n--enable)$/,
  emerge: /^--config\nsys-kernel\/gentoo-kernel(?:-bin)?$/,
  sysctl: /^--system$/,
  systemctl:
    /^(?:reboot|set-default\n(?:graphical|multi-user)\.target|try-restart\n(?:libvirtd|virtqemud)\.service)$/,
  "systemd-tmpfiles": /^--create\n\/etc\/tmpfiles\.d\/10-looking-glass\.conf$/,
  udevadm: /^(?:control\n--reload|trigger\n--subsystem-match=kvmfr)$/,
  modprobe: /^kvmfr$/,
};

const device = "[A-Za-z0-9_][A-Za-z0-9_.:-]{0,14}";
const uuid = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

/** What takes over changes of the host's network. */
const networkShapes: Readonly<Record<string, RegExp>> = {
  ifup: new RegExp(`^(?:-i\n/run/passdeck-network/interfaces\n)?${device}(?:\n${device})*$`),
  ifdown: new RegExp(`^-f\n(?:-i\n/run/passdeck-network/interfaces\n)?${device}(?:\n${device})*$`),
  ifreload: /^-a$/,
  netplan: /^apply$/,
  networkctl: new RegExp(`^(?:reload|reconfigure\n${device})$`),
  nmcli: new RegExp(
    `^(?:connection\nreload|--wait\n\\d{1,3}\n(?:connection\nup\nuuid\n${uuid}|device\nconnect\n${device}))$`,
  ),
  ip: new RegExp(`^link\ndelete\n${device}\ntype\nbridge$`),
};

/** Whether a command is on the list. */
export function isAllowedCommand(words: readonly string[]): boolean {
  return isShaped(words, shapes) || isNetworkCommand(words);
}

/** Whether a command is one of the host's network, which leaves programs behind that go on. It may be given a time limit. */
export function isNetworkCommand(words: readonly string[]): boolean {
  const [program, grace, limit = "", ...limited] = words;
  const isLimited = program === "timeout" && grace === "--kill-after=5" && /^\d{1,3}$/.test(limit);
  return isShaped(isLimited ? limited : words, networkShapes);
}

function isShaped([program = "", ...words]: readonly string[], known: typeof shapes): boolean {
  if (words.some((word) => /[\n\r\0]/.test(word))) return false;
  return Object.hasOwn(known, program) && known[program]?.test(words.join("\n")) === true;
}
