import { type KernelParameter, parametersOfKernel } from "../kernel-parameters";
import { hasAcsOverride } from "./acs-kernels.schema";
import type { Evidence } from "./check.schema";
import { type CheckSources, paths } from "./check-sources";
import { onCommandLine, parametersNamed } from "./evidence";
import { type Finding, type HostCheck, passed } from "./host-check";
import { removeKernelParameter, replaceKernelParameter } from "./instructions";
import { ineffectiveParameters } from "./iommu-parameters";

/** More groups than anybody reads in a line. */
const mostNamed = 4;

/** Whether the groups keep the host's cards apart. */
export const iommuGroups: HostCheck = {
  id: "iommu-groups",
  group: "iommu",
  title: "IOMMU groups",
  why: "Devices of one group can reach each other's memory, so a VM gets a group whole or not at all.",
  look: groupsApart,
};

function groupsApart(sources: CheckSources): Finding {
  const { iommu, groups } = sources;
  if (!iommu.enabled) {
    const detail =
      sources.files.word(paths.noIommuMode) === "Y"
        ? "There are no IOMMU groups; those of vfio's no-IOMMU mode isolate nothing."
        : "There are no IOMMU groups.";
    return { status: "fail", detail, fix: "Turn on the IOMMU first." };
  }
  const found = [sharedGroups(sources), acsOverride(sources)].flatMap((part) => part ?? []);
  if (found.length === 0) {
    return passed(`Each of the ${groups.length} groups holds at most one card.`, groupsFolder(groups.length));
  }
  const [details, fixes] = [found.map(({ detail }) => detail), found.map(({ fix }) => fix)];
  const evidence = [
    ...groups
      .filter(({ isolated }) => !isolated)
      .slice(0, mostNamed)
      .map(groupLine),
    ...onCommandLine(parametersNamed(sources, "pcie_acs_override")),
  ];
  return { status: "warn", detail: details.join(" "), fix: fixes.join("\n"), evidence };
}

function groupsFolder(count: number): Evidence[] {
  return [{ file: "/sys/kernel/iommu_groups", line: null, text: `${count} groups` }];
}

function groupLine({ id, devices }: CheckSources["groups"][number]): Evidence {
  return { file: `/sys/kernel/iommu_groups/${id}/devices`, line: null, text: devices.join(" ") };
}

function sharedGroups({ groups, devices }: CheckSources) {
  const shared = groups.filter(({ isolated }) => !isolated);
  if (shared.length === 0) return null;
  const bridges = new Set(
    devices.filter((device) => device.class.startsWith("06")).map(({ address }) => address),
  );
  const named = shared.slice(0, mostNamed).map((group) => {
    const cards = group.devices.filter((address) => !bridges.has(address));
    return `group ${group.id} (${cards.join(", ")})`;
  });
  const more = shared.length > mostNamed ? ` and ${shared.length - mostNamed} more` : "";
  return {
    detail: `Several cards share ${named.join(", ")}${more}: they can only be reserved together.`,
    fix: "Reserve the whole group for VMs, or move the card to a slot with its own IOMMU group, usually a slot that is connected to the CPU.",
  };
}

/** The patch has the kernel take for isolated what the hardware does not isolate. */
function acsOverride(sources: CheckSources): { detail: string; fix: string } | null {
  const { setup, kernel, cpuVendor } = sources;
  const parameters = parametersOfKernel(sources.commandLine);
  const override = parameters.find(({ name }) => name === "pcie_acs_override");
  const misnamed = ineffectiveParameters(parameters, cpuVendor).find(({ instead }) =>
    instead?.startsWith("pcie_acs_override"),
  );
  if (override === undefined) return misnamed === undefined ? null : misnamedOverride(misnamed, setup);
  if (!hasAcsOverride(kernel)) return unknownOverride(override, kernel, setup);
  return {
    detail: `${override.text} splits groups that the hardware does not keep apart (PCIe ACS): devices of different groups may reach each other's and the host's memory.`,
    fix: `Give devices of one switch only to VMs that trust each other, or use slots with groups of their own: ${removeKernelParameter(override.text, setup)}`,
  };
}

function unknownOverride({ text }: KernelParameter, kernel: string, setup: CheckSources["setup"]) {
  return {
    detail: `${text} needs a patched kernel (ACS override), which ${kernel} does not seem to be; else it has no effect. Where it has, the groups are split without being isolated.`,
    fix: `“dmesg | grep -i acs” says “PCIe ACS overrides enabled” where it has an effect. Where it has none: ${removeKernelParameter(text, setup)}`,
  };
}

function misnamedOverride(
  { text, instead }: { text: string; instead: string | null },
  setup: CheckSources["setup"],
) {
  return {
    detail: `“${text}” on the kernel command line has no effect: the ACS override's name is pcie_acs_override, and only patched kernels know it.`,
    fix: `Only on a patched kernel, and at the price of isolation: ${replaceKernelParameter(text, instead ?? "pcie_acs_override=downstream", setup)}`,
  };
}
