import type { Wish } from "@/components/boot/change-request";
import type { JudgedReport } from "@/server/pci/schema";
import { cardsToReserve } from "./cards-to-reserve";

/** A parameter that is on the kernel's line or not, as a switch. */
export interface Switch {
  parameter: string;
  label: string;
  note: string;
  /** Whether the running kernel has it. */
  now: boolean;
}

/** What somebody chose so far. */
export interface Choices {
  /** Parameters whose switch is not as it is now. */
  switched: readonly string[];
  /** Devices to reserve at every start. */
  cards: readonly string[];
  pageSize: "2M" | "1G";
  /** null: stays as it is. */
  pages: number | null;
  /** CPUs that the host's own work stays off: "2-7"; "" as it is. */
  isolated: string;
  acsOverride: AcsOverride;
}

export type AcsOverride = "" | "downstream" | "downstream,multifunction";

export const nothingChosen: Choices = {
  switched: [],
  cards: [],
  pageSize: "1G",
  pages: null,
  isolated: "",
  acsOverride: "",
};

/** The switches that make sense on this host. */
export function switchesOf({ host, iommu, checks }: JudgedReport): Switch[] {
  const has = (parameter: string) => iommu.parameters.includes(parameter);
  const framebuffer = checks.find(({ id }) => id === "framebuffer")?.change?.add ?? [];
  return [
    ...(host.cpuVendor === "intel"
      ? [
          {
            parameter: "intel_iommu=on",
            label: "Use the IOMMU (Intel VT-d)",
            note: "AMD’s needs no parameter. Some kernels use Intel’s without it as well, but not for the CPU’s own graphics.",
            now: has("intel_iommu=on"),
          },
        ]
      : []),
    {
      parameter: host.cpuVendor === "arm" ? "iommu.passthrough=1" : "iommu=pt",
      label: "Translate for VMs alone",
      note: "The host’s own devices then reach memory directly, as fast as without an IOMMU.",
      now: has(host.cpuVendor === "arm" ? "iommu.passthrough=1" : "iommu=pt"),
    },
    ...framebuffer.map((parameter) => ({
      parameter,
      label: "Keep the firmware’s screen off the cards",
      note: "The screen stays black from the boot menu until a driver starts.",
      now: false,
    })),
  ];
}

/** What is asked of the server; null while nothing is. */
export function wishOf(choices: Choices, report: JudgedReport): Wish | null {
  const switched = switchesOf(report).filter(({ parameter }) => choices.switched.includes(parameter));
  const isolated = choices.isolated.trim();
  const add = [
    ...switched.filter(({ now }) => !now).map(({ parameter }) => parameter),
    ...(isolated === "" ? [] : ["isolcpus", "nohz_full", "rcu_nocbs"].map((name) => `${name}=${isolated}`)),
    ...(choices.acsOverride === "" ? [] : [`pcie_acs_override=${choices.acsOverride}`]),
  ];
  const remove = switched.filter(({ now }) => now).map(({ parameter }) => parameter);
  const vfioAddresses = cardsToReserve(report)
    .filter(({ address }) => choices.cards.includes(address))
    .flatMap(({ functions }) => functions);
  const hugePages = choices.pages === null ? null : { size: choices.pageSize, count: choices.pages };
  if (add.length + remove.length + vfioAddresses.length === 0 && hugePages === null) return null;
  return { add, remove, vfioAddresses, hugePages };
}
