import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DiskLoader } from "@/e2e/lab/topology/emulated-machine";
import { quickParameters } from "./kernel-parameters";
import { put } from "./root-tree";

const bootFiles = fileURLToPath(new URL("boot-files", import.meta.url));

/** What a host that boots by itself does, and whose loss nothing would show elsewhere. */
const neededUnits = [
  "kmod-static-nodes.service",
  "systemd-modules-load.service",
  "systemd-remount-fs.service",
  "systemd-sysctl.service",
];

/** What would be put into the initial RAM disk by a hundred programs each, and is there for disks that are not. */
const unneededHooks = ["dmsetup", "fsck"];

/** The lab's own parameters, which are no part of what is prepared there; without panic=, a panic hangs. */
const ownParameters = ["console=ttyS0 loglevel=4", ...quickParameters].join(" ");

/** Where each loader's tools take the kernel's line from. */
const kernelLines: Readonly<Record<DiskLoader, Readonly<Record<string, string>>>> = {
  grub: {
    "etc/default/grub": [
      "GRUB_DEFAULT=0",
      "GRUB_TIMEOUT=0",
      "GRUB_DISTRIBUTOR=Debian",
      'GRUB_CMDLINE_LINUX_DEFAULT="quiet"',
      `GRUB_CMDLINE_LINUX="${ownParameters}"`,
      "GRUB_TERMINAL=console",
      "",
    ].join("\n"),
  },
  "systemd-boot": { "etc/kernel/cmdline": `root=LABEL=lab-root ro quiet ${ownParameters}\n` },
};

/** Makes a furnished tree that of a host which boots from its own disk, as far as that can be done from outside. */
export async function furnishForBoot(tree: string, loader: DiskLoader): Promise<void> {
  await rm(join(tree, "etc/initramfs-tools/modules"), { force: true });
  await cp(bootFiles, tree, { recursive: true });
  await put(tree, "etc/fstab", "LABEL=lab-root / ext4 noatime,errors=remount-ro 0 1\n");
  for (const [path, text] of Object.entries(kernelLines[loader])) await put(tree, path, text);
  for (const hook of unneededHooks) await rm(join(tree, "usr/share/initramfs-tools/hooks", hook));
  for (const unit of neededUnits) await rm(join(tree, "etc/systemd/system", unit));
}
