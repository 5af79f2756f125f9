import type { BootSetup } from "../host/boot/boot-setup";
import type { FrozenMenu } from "../host/boot/frozen-menu";
import type { EfiBoot } from "../host/boot/read-efi-boot";
import type { DistributionFamily } from "../host/distribution";
import type { LookingGlassHost } from "../host/looking-glass-host";
import type { PrepareFiles } from "./prepare-files";
import type { BootDevices } from "./read-devices";
import type { NeededDevice } from "./refuse-needed";

/** What a plan has to know of a host. */
export interface PrepareHost {
  boot: BootSetup;
  family: DistributionFamily | null;
  /** Where GRUB does not start by the menu that is made of its settings. */
  frozenMenu: FrozenMenu | null;
  files: PrepareFiles;
  devices: BootDevices;
  /** What vfio-pci must not take. */
  needed: readonly NeededDevice[];
  /** Installed kernels by release: some commands are run for each. */
  kernels: readonly string[];
  /** Names of parameters that Passdeck put where this host's line is kept: that they are gone from there proves nothing. */
  ownParameters: readonly string[];
  /** Modules that are part of the running kernel's own file: modprobe.d says nothing to them. */
  builtIn: ReadonlySet<string>;
  lookingGlass: LookingGlassHost;
  /** null of a host that was not started by UEFI, or does not show it. */
  efi: EfiBoot | null;
}
