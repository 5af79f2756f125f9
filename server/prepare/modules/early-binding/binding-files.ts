import type { InitramfsTool } from "../../../host/boot/boot-setup";
import type { FileText } from "../../edit";
import { bindingRules } from "./binding-rules";
import { bindingScript } from "./binding-script";
import { type BoundDevice, ownRules } from "./bound-devices";

/** A file of our own, as a whole. */
export interface OwnFile extends FileText {
  executable: boolean;
}

/** The hook's name in mkinitcpio's HOOKS. */
export const ownHook = "passdeck-vfio";

const written = "# Written by Passdeck: hands devices to vfio-pci before their drivers are loaded.";

/**
 * The files that hand devices to vfio-pci by their addresses at every boot: rules of udev, and where the initial RAM disk
 * can run a script, one that comes before any driver is loaded there.
 * @param imageBased nothing can be written below /usr
 */
export function bindingFiles(
  devices: readonly BoundDevice[],
  tool: InitramfsTool | null,
  imageBased: boolean,
): OwnFile[] {
  const rules = { file: ownRules, text: bindingRules(devices), executable: false };
  if (tool === "initramfs-tools") return [rules, ...forInitramfsTools(devices)];
  if (tool === "mkinitcpio") return [rules, ...forMkinitcpio(devices)];
  if (tool === "dracut") return [rules, ...(imageBased ? [packedRules] : forDracut(devices))];
  return [rules];
}

/** initramfs-tools(7). Scripts without prerequisites run by their names, and drivers come with the one named "udev". */
function forInitramfsTools(devices: readonly BoundDevice[]): OwnFile[] {
  const { functions, calls } = bindingScript(devices);
  const prerequisites = 'case "$*" in prereqs) exit 0 ;; esac\n';
  return [
    {
      file: "etc/initramfs-tools/scripts/init-top/00-passdeck-vfio",
      text: `#!/bin/sh\n${written}\n${prerequisites}\n${functions}\n${calls.join("\n")}\n`,
      executable: true,
    },
    {
      file: "etc/initramfs-tools/hooks/passdeck-vfio",
      text: `#!/bin/sh\n${written}\n${prerequisites}\n. /usr/share/initramfs-tools/hook-functions\nmanual_add_modules vfio-pci\n`,
      executable: true,
    },
  ];
}

/** mkinitcpio(8). An early hook runs before MODULES are loaded; where systemd is init there, the rules do it. */
function forMkinitcpio(devices: readonly BoundDevice[]): OwnFile[] {
  const { functions, calls } = bindingScript(devices);
  return [
    {
      file: `etc/initcpio/hooks/${ownHook}`,
      text: `#!/usr/bin/ash\n${written}\n\n${functions}\nrun_earlyhook() {\n${calls.map((line) => `\t${line}\n`).join("")}}\n`,
      executable: false,
    },
    {
      file: `etc/initcpio/install/${ownHook}`,
      text: `#!/bin/bash\n${written}\n\nbuild() {\n\tadd_module vfio_pci\n\tadd_file /${ownRules}\n\tadd_runscript\n}\n\nhelp() {\n\techo 'Hands devices to vfio-pci before their drivers are loaded.'\n}\n`,
      executable: false,
    },
  ];
}

/** dracut takes modules of its own from /usr alone; where that is an image's, the rules are packed as they are. */
const packedRules: OwnFile = {
  file: "etc/dracut.conf.d/91-passdeck-vfio-rules.conf",
  text: `${written}\nadd_drivers+=" vfio_pci "\ninstall_items+=" /${ownRules} "\n`,
  executable: false,
};

/** dracut.modules(7). A module that is always taken; its hook is sourced before udev begins. */
function forDracut(devices: readonly BoundDevice[]): OwnFile[] {
  const { functions, calls } = bindingScript(devices);
  const folder = "usr/lib/dracut/modules.d/90passdeck-vfio";
  return [
    {
      file: `${folder}/module-setup.sh`,
      text: `#!/bin/bash\n${written}\n\ncheck() {\n\treturn 0\n}\n\ndepends() {\n\treturn 0\n}\n\ninstallkernel() {\n\thostonly='' instmods vfio_pci\n}\n\ninstall() {\n\tinst_hook pre-udev 00 "$moddir/passdeck-vfio.sh"\n}\n`,
      executable: true,
    },
    {
      file: `${folder}/passdeck-vfio.sh`,
      text: `#!/bin/sh\n${written}\n\n${functions}\n${calls.join("\n")}\n`,
      executable: true,
    },
  ];
}
