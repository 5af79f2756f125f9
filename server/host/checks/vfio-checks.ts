import type { Check } from "./check.schema";
import { type CheckSources, folderMarks, paths } from "./check-sources";
import type { Setup } from "./instructions";

/** Whether the kernel's VFIO is loaded: without it a VM with a device fails to start. */
export function vfioModulesLoaded(sources: CheckSources): Check {
  const base = { id: "vfio-modules", title: "VFIO modules" } as const;
  const { files, setup } = sources;
  const loaded = new Set((files.text(paths.modules) ?? "").split("\n").map((line) => line.split(" ", 1)[0]));
  const isThere = (name: string) =>
    loaded.has(name) || files.has(`sys/module/${name}`) || sources.builtIn(name);
  const missing = ["vfio_pci", "vfio_iommu_type1"].filter((name) => !isThere(name));
  if (missing.length === 0) return { ...base, status: "pass", detail: loadedDetail(sources), fix: null };
  if (!files.has(folderMarks.modules) && files.text(paths.modules) === null) {
    return { ...base, status: "unknown", detail: "Not included in the host recording.", fix: null };
  }
  if (missing.join() === "vfio_iommu_type1" && isThere("iommufd")) {
    const detail =
      "vfio-pci is loaded, with iommufd in place of vfio-iommu-type1: VMs whose devices don't use iommufd need the latter.";
    return { ...base, status: "pass", detail, fix: null };
  }
  return {
    ...base,
    status: "fail",
    detail: `Not loaded: ${missing.map((name) => name.replaceAll("_", "-")).join(", ")}.`,
    fix: loadAtBoot(setup),
  };
}

function loadedDetail({ builtIn }: CheckSources): string {
  return builtIn("vfio_pci") ? "vfio-pci is built into the kernel." : "vfio-pci is loaded.";
}

function loadAtBoot({ family, boot }: Setup): string {
  const now = "Run “modprobe vfio-pci”";
  if (boot.line?.system !== undefined) {
    return `${now}, and have ${boot.line.system.name} load it at every boot by its own settings.`;
  }
  if (family === "nixos") {
    return `${now}, and add "vfio_pci" and "vfio_iommu_type1" to boot.kernelModules in configuration.nix to load them at every boot.`;
  }
  if (family === "unraid") return `${now}, and add that line to /boot/config/go to load it at every boot.`;
  return `${now}, and add the line vfio-pci to /etc/modules-load.d/vfio.conf to load it at every boot.`;
}
