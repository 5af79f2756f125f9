import type { Evidence } from "./check.schema";
import { type CheckSources, folderMarks, paths } from "./check-sources";
import { linesWith } from "./evidence";
import { changeOf, type Finding, type HostCheck, passed, unknown } from "./host-check";
import type { Setup } from "./instructions";

/** Whether the kernel's VFIO is loaded: without it a VM with a device fails to start. */
export const vfioModulesLoaded: HostCheck = {
  id: "vfio-modules",
  group: "cards",
  title: "VFIO modules",
  why: "They hold a device for a VM and keep its memory accesses within that VM's memory.",
  look: modulesThere,
};

function modulesThere(sources: CheckSources): Finding {
  const { files, setup } = sources;
  const loaded = new Set((files.text(paths.modules) ?? "").split("\n").map((line) => line.split(" ", 1)[0]));
  const isThere = (name: string) =>
    loaded.has(name) || files.has(`sys/module/${name}`) || sources.builtIn(name);
  const missing = ["vfio_pci", "vfio_iommu_type1"].filter((name) => !isThere(name));
  if (missing.length === 0) return passed(loadedDetail(sources), loadedLines(sources));
  if (!files.has(folderMarks.modules) && files.text(paths.modules) === null) {
    return unknown("Not included in the host recording.");
  }
  if (missing.join() === "vfio_iommu_type1" && isThere("iommufd")) {
    const detail =
      "vfio-pci is loaded, with iommufd in place of vfio-iommu-type1: VMs whose devices don't use iommufd need the latter.";
    return passed(detail, loadedLines(sources));
  }
  const names = missing.map((name) => name.replaceAll("_", "-"));
  const lists = sources.further.moduleLists.flatMap((path) => {
    const text = sources.further.second.text(path);
    return text === null ? [] : [{ path, text }];
  });
  const [list] = lists;
  const absent = names.filter((name) => !lists.some(({ text }) => modulePattern(name).test(text)));
  if (list !== undefined && absent.length > 0) {
    return {
      status: "fail",
      detail: `The kernel ${sources.kernel} does not have ${absent.join(", ")}.`,
      fix: "Install the distribution's usual kernel with all of its modules, and boot it.",
      evidence: [{ file: `/${list.path}`, line: null, text: `${absent.join(", ")} is not listed` }],
    };
  }
  const loadable = list === undefined ? "" : " They can be loaded.";
  return {
    status: "fail",
    detail: `Not loaded: ${names.join(", ")}.${loadable}`,
    fix: loadAtBoot(setup),
    change: changeOf({ loadModules: missing }),
    evidence:
      list === undefined
        ? []
        : names.flatMap((name) => linesWith(list.path, list.text, modulePattern(name), 1)),
  };
}

/** A line of modules.dep: "kernel/drivers/vfio/pci/vfio-pci.ko.zst: …" */
function modulePattern(name: string): RegExp {
  return new RegExp(`^[^:]*/${name.replaceAll("-", "[-_]")}\\.ko[^:]*:`, "m");
}

function loadedLines({ files }: CheckSources): Evidence[] {
  return linesWith(paths.modules, files.text(paths.modules), /^(vfio|iommufd)/).map(({ text, ...place }) => ({
    ...place,
    text: text.split(" ", 1)[0] ?? "",
  }));
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
