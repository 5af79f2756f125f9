import type { ElementPlan } from "../../xml/build-xml";
import type { CpuSpecification } from "../specification/cpu.schema";
import { vcpusOf } from "../specification/vcpus.schema";
import type { DomainType } from "./host-capabilities";

/** `<vcpu>`, `<iothreads>`, `<cputune>` and `<cpu>`: how many, how they are arranged, and where they run. */
export function cpuPlans(cpu: CpuSpecification, domainType: DomainType, iothreads: number): ElementPlan[] {
  const vcpu = { name: "vcpu", attributes: { placement: "static" }, text: String(vcpusOf(cpu)) };
  return [vcpu, ...iothreadPlan(iothreads), ...tuningPlan(cpu), modelPlan(cpu, domainType)];
}

function iothreadPlan(count: number): ElementPlan[] {
  return count === 0 ? [] : [{ name: "iothreads", text: String(count) }];
}

function tuningPlan({ pins, emulatorCpus, iothreadPins }: CpuSpecification): ElementPlan[] {
  const children: ElementPlan[] = pins
    .toSorted((left, right) => left.vcpu - right.vcpu)
    .map(({ vcpu, cpus }) => ({ name: "vcpupin", attributes: { vcpu: String(vcpu), cpuset: cpus } }));
  if (emulatorCpus !== null) children.push({ name: "emulatorpin", attributes: { cpuset: emulatorCpus } });
  for (const { iothread, cpus } of iothreadPins) {
    children.push({ name: "iothreadpin", attributes: { iothread: String(iothread), cpuset: cpus } });
  }
  return children.length === 0 ? [] : [{ name: "cputune", children }];
}

function modelPlan(
  { model, sockets, cores, threads }: CpuSpecification,
  domainType: DomainType,
): ElementPlan {
  const topology = {
    name: "topology",
    attributes: { sockets: String(sockets), dies: "1", cores: String(cores), threads: String(threads) },
  };
  if (model.kind === "named") {
    const named = { name: "model", attributes: { fallback: "forbid" }, text: model.name };
    return { name: "cpu", attributes: { mode: "custom", match: "exact" }, children: [named, topology] };
  }
  // The emulator has no host CPU to hand on; all that it can is the nearest to it.
  const mode = domainType === "kvm" ? model.kind : "maximum";
  return { name: "cpu", attributes: { mode }, children: [topology] };
}
