import type { LinuxInstaller } from "../answers/installer.schema";

/** Where an installer's kernel and initial RAM disk are on its medium. */
interface KernelPaths {
  kernel: string;
  initrd: string;
}

/** Debian's folders for its architectures. */
const debianFolders: Readonly<Record<string, string>> = { x86_64: "install.amd", aarch64: "install.a64" };

/** By libvirt's word for the architecture; null where there is no such installer for it. */
export function kernelPaths(installer: LinuxInstaller, architecture: string): KernelPaths | null {
  if (installer === "autoinstall") return { kernel: "casper/vmlinuz", initrd: "casper/initrd" };
  const folder = installer === "preseed" ? debianFolders[architecture] : undefined;
  return folder === undefined ? null : { kernel: `${folder}/vmlinuz`, initrd: `${folder}/initrd.gz` };
}
