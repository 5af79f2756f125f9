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
  dracut: /^--force\n--regenerate-all$/,
  "dracut-rebuild": /^$/,
  "reinstall-kernels": /^$/,
  mkinitcpio: /^-P$/,
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
  efibootmgr: /^(?:--bootnext\n[0-9A-F]{4}|--delete-bootnext)$/,
  kernelstub: /^(?:--(?:add|delete)-options\n[^-\n].*)?$/,
  grubby: /^--update-kernel=ALL(?:\n--(?:remove-)?args=.+)+$/,
  "rpm-ostree": /^(?:kargs(?:\n--(?:append-if-missing|delete-if-present|replace)=.+)+|initramfs\n--enable)$/,
  emerge: /^--config\nsys-kernel\/gentoo-kernel-bin$/,
  sysctl: /^--system$/,
  systemctl: /^reboot$/,
  shutdown: /^-r\nnow$/,
};

/** Whether a command is on the list. */
export function isAllowedCommand([program = "", ...words]: readonly string[]): boolean {
  if (words.some((word) => /[\n\r\0]/.test(word))) return false;
  return Object.hasOwn(shapes, program) && shapes[program]?.test(words.join("\n")) === true;
}
