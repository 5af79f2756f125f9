import { type BootFiles, readBootFiles } from "../boot/boot-files";
import type { BootSetup } from "../boot/boot-setup";
import { bootSetupOf } from "../boot/conclude-boot";
import { frozenMenuOf, isMenuUnseen } from "../boot/frozen-menu";
import { grubFieldWith } from "../boot/grub-line";
import { type DistributionFamily, distributionFamily } from "../distribution";
import type { HostFiles } from "../host-files";
import type { HostTree } from "../host-tree";
import { bindingAtBoot } from "../modules/binding-at-boot";
import { readBindingFiles } from "../modules/binding-files";
import { builtInModules } from "../modules/installed-modules";
import { type CheckSources, paths, proxmoxMarks, unraidMark } from "./check-sources";
import type { Setup } from "./instructions";

/** How the host boots, and what decides how it is told to change that. @param files What was read by `checkBatch`. */
export async function readSetup(tree: HostTree, files: HostFiles): Promise<Setup> {
  const family = familyOf(files);
  const boot = await readBootFiles(tree);
  const setup = bootSetupOf(boot, family);
  return {
    family,
    boot: setup,
    frozenMenu: setup.loader === "grub" ? frozenMenuOf(boot) : null,
    isMenuUnseen: setup.loader === "grub" && isMenuUnseen(boot),
    fieldWith: (parameter) => fieldWith(parameter, boot, setup),
  };
}

function fieldWith(parameter: string, files: BootFiles, { line }: BootSetup): string | null {
  return line?.format === "grub-default" && line.field !== null
    ? grubFieldWith(parameter, files, line.field)
    : null;
}

function familyOf(files: HostFiles): DistributionFamily | null {
  const osRelease = files.text(paths.osRelease) ?? files.text(paths.otherOsRelease) ?? "";
  const isProxmox = proxmoxMarks.some((path) => files.has(path));
  return distributionFamily(osRelease, isProxmox ? "proxmox" : files.has(unraidMark) ? "unraid" : null);
}

type Bindings = Pick<CheckSources, "bindingFiles" | "binding" | "builtIn" | "commandLine">;

/** What the host binds at every boot. @param files What was read by `checkBatch`. */
export async function readBindings(tree: HostTree, files: HostFiles, kernel: string): Promise<Bindings> {
  const [bindingFiles, listed] = [await readBindingFiles(tree), await builtInModules(tree, kernel)];
  const commandLine = files.text(paths.commandLine) ?? "";
  const builtIn = (module: string) => listed?.has(module) ?? isBuiltInBySigns(module, files);
  const binding = bindingAtBoot({ files: bindingFiles, commandLine, builtIn: builtIn("vfio_pci") });
  return { bindingFiles, binding, builtIn, commandLine };
}

/** Without the kernel's list: sysfs shows a module that /proc/modules has not loaded. */
function isBuiltInBySigns(module: string, files: HostFiles): boolean {
  if (module !== "vfio_pci" && module !== "vfio_iommu_type1") return false;
  const loaded = files.text(paths.modules);
  return (
    loaded !== null &&
    files.has(`sys/module/${module}`) &&
    !loaded.split("\n").some((line) => line.startsWith(`${module} `))
  );
}
