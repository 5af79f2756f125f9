import { cpuSetOf, cpusIn } from "@/components/cpu/cpu-set";
import type { CpuSpecification } from "@/server/create/specification/cpu.schema";
import { vcpusOf } from "@/server/create/specification/vcpus.schema";

/** What is pinned: "vcpu 0", QEMU's own threads, or "iothread 1". */
export type PinTarget = { kind: "vcpu" | "iothread"; number: number } | { kind: "emulator" };

/** Everything of a VM that can be pinned. */
export function pinTargets(cpu: CpuSpecification, iothreads: number): PinTarget[] {
  const total = vcpusOf(cpu);
  const vcpus = Number.isInteger(total) ? total : 0;
  return [
    ...Array.from({ length: vcpus }, (_, number) => ({ kind: "vcpu" as const, number })),
    { kind: "emulator" },
    ...Array.from({ length: iothreads }, (_, index) => ({ kind: "iothread" as const, number: index + 1 })),
  ];
}

export function targetKey(target: PinTarget): string {
  return target.kind === "emulator" ? "emulator" : `${target.kind} ${target.number}`;
}

export function targetName(target: PinTarget): string {
  if (target.kind === "emulator") return "QEMU";
  return target.kind === "vcpu" ? `vCPU ${target.number}` : `I/O thread ${target.number}`;
}

/** The CPUs of the host that something runs on; none where it runs anywhere. */
export function cpusOf(cpu: CpuSpecification, target: PinTarget): number[] {
  if (target.kind === "emulator") return cpusIn(cpu.emulatorCpus ?? "");
  if (target.kind === "vcpu") return cpusIn(cpu.pins.find(({ vcpu }) => vcpu === target.number)?.cpus ?? "");
  return cpusIn(cpu.iothreadPins.find(({ iothread }) => iothread === target.number)?.cpus ?? "");
}

/** The CPU settings with something pinned to these CPUs; to none: it runs anywhere again. */
export function withCpus(
  cpu: CpuSpecification,
  target: PinTarget,
  cpus: readonly number[],
): CpuSpecification {
  const set = cpuSetOf(cpus);
  if (target.kind === "emulator") return { ...cpu, emulatorCpus: set === "" ? null : set };
  if (target.kind === "vcpu") {
    const others = cpu.pins.filter(({ vcpu }) => vcpu !== target.number);
    const pins = set === "" ? others : [...others, { vcpu: target.number, cpus: set }];
    return { ...cpu, pins: pins.sort((one, other) => one.vcpu - other.vcpu) };
  }
  const others = cpu.iothreadPins.filter(({ iothread }) => iothread !== target.number);
  const pins = set === "" ? others : [...others, { iothread: target.number, cpus: set }];
  return { ...cpu, iothreadPins: pins.sort((one, other) => one.iothread - other.iothread) };
}
