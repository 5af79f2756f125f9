import type { ElementPlan } from "../../xml/build-xml";
import type { ClockSpecification, FeaturesSpecification } from "../specification/features.schema";
import { hasSecureBoot } from "../specification/firmware.schema";
import type { VmSpecification } from "../vm-specification.schema";
import type { DomainType } from "./host-capabilities";

type Part = Pick<VmSpecification, "machine" | "firmware" | "features" | "clock">;

/** `<features>`, `<clock>` and `<pm>`. Features of KVM are left out of VMs that are emulated. */
export function featurePlans(vm: Part, domainType: DomainType): ElementPlan[] {
  const pc = vm.machine !== "virt";
  return [
    { name: "features", children: pc ? pcFeatures(vm, domainType) : [on("acpi"), { name: "gic" }] },
    clockPlan(vm.clock, pc, domainType),
    ...powerPlan(vm.features),
  ];
}

function on(name: string): ElementPlan {
  return { name };
}

function state(name: string, value: boolean): ElementPlan {
  return { name, attributes: { state: value ? "on" : "off" } };
}

function pcFeatures({ features, firmware }: Part, domainType: DomainType): ElementPlan[] {
  const plans = [on("acpi"), on("apic"), ...hypervPlan(features, domainType)];
  if (features.hideKvm) plans.push({ name: "kvm", children: [state("hidden", true)] });
  plans.push(state("vmport", features.vmport));
  if (hasSecureBoot(firmware)) plans.push(state("smm", true));
  if (features.kernelIrqchip && domainType === "kvm") {
    plans.push({ name: "ioapic", attributes: { driver: "kvm" } });
  }
  return plans;
}

function hypervPlan(
  { hyperv, hypervisorName }: FeaturesSpecification,
  domainType: DomainType,
): ElementPlan[] {
  const children: ElementPlan[] = [];
  if (domainType === "kvm") children.push(...hyperv.map(hypervFeature));
  if (hypervisorName !== null) {
    children.push({ name: "vendor_id", attributes: { state: "on", value: hypervisorName } });
  }
  return children.length === 0 ? [] : [{ name: "hyperv", attributes: { mode: "custom" }, children }];
}

function hypervFeature(name: FeaturesSpecification["hyperv"][number]): ElementPlan {
  // 8191 tries before the guest gives the CPU up: what Windows itself proposes (QEMU's docs/system/i386/hyperv.rst).
  if (name === "spinlocks") return { name, attributes: { state: "on", retries: "8191" } };
  if (name === "stimer") return { name, attributes: { state: "on" }, children: [state("direct", true)] };
  return state(name, true);
}

/** Missed ticks are made up for by the guest's real-time clock; the HPET costs time and is of no use to a guest. */
function clockPlan(clock: ClockSpecification, pc: boolean, domainType: DomainType): ElementPlan {
  const attributes = { offset: clock.offset };
  if (!pc) return { name: "clock", attributes };
  const timer = (name: string, rest: Record<string, string>) => ({
    name: "timer",
    attributes: { name, ...rest },
  });
  const children = [
    timer("rtc", { tickpolicy: "catchup" }),
    timer("pit", { tickpolicy: "delay" }),
    timer("hpet", { present: "no" }),
  ];
  if (clock.hypervClock && domainType === "kvm") children.push(timer("hypervclock", { present: "yes" }));
  return { name: "clock", attributes, children };
}

function powerPlan({ suspendToMemory, suspendToDisk }: FeaturesSpecification): ElementPlan[] {
  const children: ElementPlan[] = [];
  const enabled = (name: string, value: boolean) => ({ name, attributes: { enabled: value ? "yes" : "no" } });
  if (suspendToMemory !== null) children.push(enabled("suspend-to-mem", suspendToMemory));
  if (suspendToDisk !== null) children.push(enabled("suspend-to-disk", suspendToDisk));
  return children.length === 0 ? [] : [{ name: "pm", children }];
}
