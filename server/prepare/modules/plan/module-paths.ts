import { modprobeFolders } from "../../../host/modules/modprobe-files";
import { ownRules } from "../early-binding/bound-devices";
import type { HidingFolders } from "./draft";

function hiding(name: string): HidingFolders {
  const at = (folder: string) => `${folder}/${name}`;
  return {
    folders: [at("etc"), at("run"), at("usr/local/lib"), at("usr/lib"), at("lib")],
    suffix: ".conf",
  };
}

export const modprobeD: HidingFolders = { folders: [...modprobeFolders], suffix: ".conf" };
export const modulesLoadD = hiding("modules-load.d");
export const sysctlD = hiding("sysctl.d");
export const dracutConfD: HidingFolders = {
  folders: ["etc/dracut.conf.d", "usr/lib/dracut/dracut.conf.d"],
  suffix: ".conf",
};
export const mkinitcpioConfD: HidingFolders = { folders: ["etc/mkinitcpio.conf.d"], suffix: ".conf" };
export const mkinitcpioPresets: HidingFolders = { folders: ["etc/mkinitcpio.d"], suffix: ".preset" };

export const etcModules = "etc/modules";
export const initramfsToolsModules = "etc/initramfs-tools/modules";
export const mkinitcpioConf = "etc/mkinitcpio.conf";
export const dracutConf = "etc/dracut.conf";
export const boosterYaml = "etc/booster.yaml";
export const sysctlConf = "etc/sysctl.conf";

export const ownModprobe = "etc/modprobe.d/passdeck-vfio.conf";
export const ownMkinitcpio = "etc/mkinitcpio.conf.d/zz-passdeck.conf";
export const ownDracut = "etc/dracut.conf.d/90-passdeck-vfio.conf";
export const ownSysctl = "etc/sysctl.d/90-passdeck-hugepages.conf";

/** Folders of which {@link planModules} needs every file; those of other names may be left out. */
export const moduleFileFolders: readonly string[] = [
  ...[modprobeD, modulesLoadD, sysctlD, dracutConfD, mkinitcpioConfD, mkinitcpioPresets].flatMap(
    ({ folders }) => folders,
  ),
  "etc/driverctl.d",
  "etc/initramfs-tools/scripts/init-top",
  "etc/initramfs-tools/hooks",
  "etc/initcpio/hooks",
  "etc/initcpio/install",
  "usr/lib/dracut/modules.d/90passdeck-vfio",
];

/** Files that {@link planModules} needs besides, where they are there. */
export const moduleFilePaths: readonly string[] = [
  etcModules,
  initramfsToolsModules,
  mkinitcpioConf,
  dracutConf,
  boosterYaml,
  sysctlConf,
  ownRules,
];
