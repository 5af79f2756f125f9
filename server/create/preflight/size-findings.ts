import { readCpuSet } from "../../units/cpu-set.schema";
import { sizeText } from "../../units/memory-size";
import { vcpusOf } from "../specification/vcpus.schema";
import type { VmSpecification } from "../vm-specification.schema";
import type { PreflightFinding, PreflightHost } from "./preflight.schema";

const size = (bytes: number) => sizeText(BigInt(bytes));
const rounded = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GiB`;

/** Memory, huge pages and NUMA nodes. */
export function memoryFindings({ memory }: VmSpecification, host: PreflightHost): PreflightFinding[] {
  const findings: PreflightFinding[] = [];
  const path = ["memory", "bytes"];
  if (memory.hugepageBytes !== null)
    findings.push(...hugepageFindings(memory.bytes, memory.hugepageBytes, host));
  else if (memory.bytes > host.memoryBytes) {
    findings.push({
      code: "memory",
      weight: "fail",
      path,
      message: `The VM is to have ${size(memory.bytes)} of memory, and the host has ${rounded(host.memoryBytes)} in all.`,
      fix: "Reduce the VM's memory.",
    });
  } else if (host.availableMemoryBytes !== null && memory.bytes > host.availableMemoryBytes) {
    findings.push({
      code: "memory",
      weight: "warn",
      path,
      message: `The VM is to have ${size(memory.bytes)} of memory, and ${rounded(host.availableMemoryBytes)} are free now.`,
      fix: "Reduce the VM's memory, or shut down another VM before you start this one.",
    });
  }
  const missing = missingOf(memory.numa?.nodes ?? null, host.numaNodes);
  if (missing.length > 0) {
    findings.push({
      code: "numa-node",
      weight: "fail",
      path: ["memory", "numa"],
      message: `The host has no NUMA node ${missing.join(", ")}.`,
      fix: `Choose from ${host.numaNodes?.join(", ")}.`,
    });
  }
  return findings;
}

function hugepageFindings(bytes: number, pageBytes: number, host: PreflightHost): PreflightFinding[] {
  if (host.hugepages === null) return [];
  const free = host.hugepages.find((pages) => pages.bytes === pageBytes)?.free ?? 0;
  const needed = bytes / pageBytes;
  if (free >= needed) return [];
  return [
    {
      code: "hugepages",
      weight: "fail",
      path: ["memory", "hugepageBytes"],
      message: `The VM needs ${needed} huge pages of ${size(pageBytes)}, and ${free} are free.`,
      fix: `Set them on the page Host, under “Huge pages now”, or for every start (hugepagesz=${pageBytes / 2 ** 20}M hugepages=${needed} on the kernel command line), or use default pages.`,
    },
  ];
}

/** How many vCPUs, and on which CPUs of the host. */
export function cpuFindings({ cpu }: VmSpecification, host: PreflightHost): PreflightFinding[] {
  const findings: PreflightFinding[] = [];
  const vcpus = vcpusOf(cpu);
  if (vcpus > host.cpus.length) {
    findings.push({
      code: "cpus",
      weight: "warn",
      path: ["cpu"],
      message: `The VM has ${vcpus} vCPUs, and the host only ${host.cpus.length} CPUs: it would be slower than with fewer.`,
      fix: `Use ${host.cpus.length} vCPUs or fewer.`,
    });
  }
  const sets = [
    ...cpu.pins.map(({ vcpu, cpus }, index) => ({
      what: `vCPU ${vcpu}`,
      cpus,
      path: ["cpu", "pins", index],
    })),
    { what: "QEMU itself", cpus: cpu.emulatorCpus, path: ["cpu", "emulatorCpus"] },
    ...cpu.iothreadPins.map(({ iothread, cpus }, index) => ({
      what: `I/O thread ${iothread}`,
      cpus,
      path: ["cpu", "iothreadPins", index],
    })),
  ];
  for (const { what, cpus, path } of sets) {
    const missing = missingOf(cpus, host.cpus);
    if (missing.length === 0) continue;
    findings.push({
      code: "pinned-cpu",
      weight: "fail",
      path,
      message: `${what} is pinned to CPU ${missing.join(", ")}, which the host does not have.`,
      fix: "Choose CPUs that are online.",
    });
  }
  return findings;
}

function missingOf(set: string | null, there: readonly number[] | null): number[] {
  if (set === null || there === null) return [];
  return (readCpuSet(set) ?? []).filter((number) => !there.includes(number));
}
