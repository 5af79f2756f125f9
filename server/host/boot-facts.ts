import type { HostFiles } from "./host-files";

/** The EFI variable in which a boot loader names itself; the Boot Loader Interface of systemd. */
const loaderInfo = "sys/firmware/efi/efivars/LoaderInfo-4a67b082-0a4c-41cf-b6c7-440b29bb8c4f";

interface Tool {
  name: string;
  /** Any one of these tells that the host uses the tool. */
  evidence: readonly string[];
}

/** Boot loaders by their own configuration; the more specific come first. */
const bootLoaders: readonly Tool[] = [
  {
    name: "systemd-boot",
    evidence: [
      "loader/loader.conf",
      "boot/loader/loader.conf",
      "boot/efi/loader/loader.conf",
      "efi/loader/loader.conf",
    ],
  },
  {
    name: "refind",
    evidence: ["boot/refind_linux.conf", "boot/efi/EFI/refind/refind.conf", "efi/EFI/refind/refind.conf"],
  },
  { name: "limine", evidence: ["boot/limine.conf", "boot/limine/limine.conf", "boot/efi/limine.conf"] },
  { name: "extlinux", evidence: ["boot/extlinux/extlinux.conf", "boot/syslinux/syslinux.cfg"] },
];

const grub: Tool = {
  name: "grub",
  evidence: [
    "boot/grub/grub.cfg",
    "boot/grub2/grub.cfg",
    "etc/default/grub",
    "etc/grub2.cfg",
    "etc/grub2-efi.cfg",
  ],
};

/** How a boot loader spells itself in {@link loaderInfo}. */
const ownNames: readonly (readonly [RegExp, string])[] = [
  [/systemd-boot/i, "systemd-boot"],
  [/grub/i, "grub"],
  [/refind/i, "refind"],
  [/limine/i, "limine"],
];

/** Programs first: their configuration may outlive them. */
const initramfsTools: readonly Tool[] = [
  { name: "mkinitcpio", evidence: ["usr/bin/mkinitcpio"] },
  { name: "initramfs-tools", evidence: ["usr/sbin/mkinitramfs"] },
  { name: "dracut", evidence: ["usr/bin/dracut", "usr/sbin/dracut"] },
  { name: "booster", evidence: ["usr/bin/booster"] },
  { name: "mkinitcpio", evidence: ["etc/mkinitcpio.conf"] },
  { name: "initramfs-tools", evidence: ["etc/initramfs-tools/initramfs.conf"] },
  { name: "dracut", evidence: ["etc/dracut.conf"] },
  { name: "booster", evidence: ["etc/booster.yaml"] },
];

/** What {@link bootLoaderOf} and {@link initramfsOf} need read. */
export const bootBatch = {
  texts: [loaderInfo, "proc/cmdline"],
  presence: [...bootLoaders, grub, ...initramfsTools].flatMap((tool) => tool.evidence),
};

/**
 * The boot loader, by what it says of itself to the firmware, else by its files. Where GRUB's files stand beside
 * another's, the command line decides: GRUB adds `BOOT_IMAGE=`.
 */
export function bootLoaderOf(files: HostFiles): string | null {
  const named = selfNamedLoader(files.text(loaderInfo));
  if (named !== null) return named;
  const other = firstInUse(bootLoaders, files);
  if (!inUse(grub, files)) return other;
  const addedByGrub = files.text("proc/cmdline")?.startsWith("BOOT_IMAGE=") ?? false;
  return other === null || addedByGrub ? grub.name : other;
}

/** The tool that makes the host's initial RAM disk, or null where no known one is there. */
export function initramfsOf(files: HostFiles): string | null {
  return firstInUse(initramfsTools, files);
}

/** The variable holds UTF-16, whose zero bytes are left out here: all these names are ASCII. */
function selfNamedLoader(variable: string | null): string | null {
  const text = variable?.replaceAll("\0", "") ?? "";
  return ownNames.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

function firstInUse(tools: readonly Tool[], files: HostFiles): string | null {
  return tools.find((tool) => inUse(tool, files))?.name ?? null;
}

function inUse(tool: Tool, files: HostFiles): boolean {
  return tool.evidence.some((path) => files.has(path));
}
