import type { Wish } from "@/components/boot/change-request";
import type { Check, CheckChange, CheckId } from "@/server/host/checks/check.schema";
import type { JudgedReport } from "@/server/pci/schema";
import { cardsToReserve } from "./cards-to-reserve";

/** A parameter that is on the kernel's line or not, as a switch. */
export interface Switch {
  parameter: string;
  label: string;
  note: string;
  /** Whether the running kernel has it. */
  now: boolean;
  /** What it needs loaded besides. */
  modules?: readonly string[];
}

/** What somebody chose so far. */
export interface Choices {
  /** Checks whose change is taken in. */
  checks: readonly CheckId[];
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
  /** What systemd is to start; "" as it is. */
  target: "" | "graphical" | "multi-user";
}

export type AcsOverride = "" | "downstream" | "downstream,multifunction";

export const nothingChosen: Choices = {
  checks: [],
  switched: [],
  cards: [],
  pageSize: "1G",
  pages: null,
  isolated: "",
  acsOverride: "",
  target: "",
};

/** The switches that make sense on this host. */
export function switchesOf({ host, iommu, checks, devices }: JudgedReport): Switch[] {
  const has = (parameter: string) => iommu.parameters.includes(parameter);
  const framebuffer = checks.find(({ id }) => id === "framebuffer")?.change?.add ?? [];
  return [
    ...(host.cpuVendor === "intel" || iommu.kind === "intel"
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
    ...(devices.some(hasGvt)
      ? [
          {
            parameter: "i915.enable_gvt=1",
            label: "Share the CPU’s graphics among VMs (GVT-g)",
            note: "For Intel’s graphics from Broadwell to Comet Lake; later ones have virtual functions (SR-IOV) instead. The kernel has to have the module kvmgt, which not every distribution builds: after the restart it is said whether it came up.",
            now: has("i915.enable_gvt=1"),
            modules: ["kvmgt"],
          },
        ]
      : []),
    ...framebuffer.map((parameter) => ({
      parameter,
      label: "Keep the firmware’s screen off the cards",
      note: "The screen stays black from the boot menu until a driver starts.",
      now: false,
    })),
  ];
}

/** A list with an item, or without it where it was there. */
export function toggled<Item>(list: readonly Item[], item: Item): Item[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}

/** A check whose change is chosen. */
export interface ChosenCheck extends Check {
  change: CheckChange;
}

/** The chosen checks that Passdeck can mend still: one that was mended meanwhile is not among them. */
export function chosenChecks({ checks }: Choices, report: Pick<JudgedReport, "checks">): ChosenCheck[] {
  return report.checks.flatMap(({ change, ...check }) =>
    change !== null && checks.includes(check.id) ? [{ ...check, change }] : [],
  );
}

/** What is asked of the server; null while nothing is. */
export function wishOf(choices: Choices, report: JudgedReport): Wish | null {
  const changes = chosenChecks(choices, report).map(({ change }) => change);
  const wish: Wish = {
    add: unique([...addedWords(choices, report), ...changes.flatMap(({ add }) => add)]),
    remove: unique([...removedWords(choices, report), ...changes.flatMap(({ remove }) => remove)]),
    vfioAddresses: unique([
      ...chosenAddresses(choices, report),
      ...changes.flatMap(({ vfioAddresses }) => vfioAddresses),
    ]),
    loadModules: unique([
      ...chosenModules(choices, report),
      ...changes.flatMap(({ loadModules }) => loadModules),
    ]),
    removeModules: unique(changes.flatMap(({ removeModules }) => removeModules ?? [])),
    hugePages: choices.pages === null ? null : { size: choices.pageSize, count: choices.pages },
    restoreGrubStub: changes.some(({ restoreGrubStub }) => restoreGrubStub),
    target: choices.target || (changes.find(({ target }) => target !== undefined)?.target ?? null),
  };
  const isEmpty = Object.values(wish).every(
    (part) => part === null || part === false || (Array.isArray(part) && part.length === 0),
  );
  return isEmpty ? null : wish;
}

function addedWords({ switched, isolated, acsOverride }: Choices, report: JudgedReport): string[] {
  const cpus = isolated.trim();
  return [
    ...switchesOf(report).flatMap(({ parameter, now }) =>
      !now && switched.includes(parameter) ? [parameter] : [],
    ),
    ...(cpus === "" ? [] : ["isolcpus", "nohz_full", "rcu_nocbs"].map((name) => `${name}=${cpus}`)),
    ...(acsOverride === "" ? [] : [`pcie_acs_override=${acsOverride}`]),
  ];
}

/** What new parameters need loaded. */
function chosenModules({ switched }: Choices, report: JudgedReport): string[] {
  return switchesOf(report).flatMap(({ parameter, now, modules = [] }) =>
    !now && switched.includes(parameter) ? [...modules] : [],
  );
}

function removedWords({ switched }: Choices, report: JudgedReport): string[] {
  return switchesOf(report).flatMap(({ parameter, now }) =>
    now && switched.includes(parameter) ? [parameter] : [],
  );
}

function chosenAddresses({ cards }: Choices, report: JudgedReport): string[] {
  return cardsToReserve(report)
    .filter(({ address }) => cards.includes(address))
    .flatMap(({ functions }) => functions);
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}

/**
 * Intel's graphics that i915 shares by GVT-g: Broadwell, Skylake, Broxton, Kaby, Coffee and Comet Lake (is_supported_device in
 * drivers/gpu/drm/i915/intel_gvt.c, ids of include/drm/intel/pciids.h).
 */
function hasGvt({ vendorId, deviceId, class: code }: JudgedReport["devices"][number]): boolean {
  return vendorId === "8086" && code.startsWith("03") && /^(?:16|19|59|3e|9b|[015]a8)/i.test(deviceId);
}
