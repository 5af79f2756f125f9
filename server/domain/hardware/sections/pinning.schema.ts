import { text } from "../../fields/field.schema";
import type { Section } from "../section.schema";

const cpus = {
  mono: true,
  live: true,
  pattern: /^(\d{1,5}(-\d{1,5})?|\^\d{1,5})(,(\d{1,5}(-\d{1,5})?|\^\d{1,5}))*$/,
  problem: "Write CPUs as in 0-3,8.",
} as const;

/** Which CPUs of the host each vCPU, each I/O thread and QEMU itself run on. */
export function pinning(vcpus: number, iothreads: number): Section {
  const each = (count: number, first: number) => Array.from({ length: count }, (_, index) => index + first);
  return {
    id: "pinning",
    title: "CPU pinning",
    note: "Host CPUs that each vCPU may run on. Empty: any.",
    icon: "pin",
    fields: [
      ...each(vcpus, 0).map((vcpu) =>
        text(`vcpu-${vcpu}`, `vCPU ${vcpu}`, `cputune/vcpupin[vcpu=${vcpu}]@cpuset`, cpus),
      ),
      text("emulator", "Emulator threads", "cputune/emulatorpin@cpuset", cpus),
      ...each(iothreads, 1).map((thread) =>
        text(
          `iothread-${thread}`,
          `I/O thread ${thread}`,
          `cputune/iothreadpin[iothread=${thread}]@cpuset`,
          cpus,
        ),
      ),
    ],
  };
}
