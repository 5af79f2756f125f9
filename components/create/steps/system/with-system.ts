import type { OperatingSystem } from "@/server/create/osinfo/operating-system.schema";
import type { VmSpecification } from "@/server/create/vm-specification.schema";
import { rebase } from "../../state/rebase";
import type { Wizard } from "../../state/wizard";

/** The wizard for an operating system: what the user left alone becomes what the system recommends. */
export function withSystem(wizard: Wizard, system: OperatingSystem | null): Wizard {
  const base = system === null ? { ...wizard.base, operatingSystem: null } : recommended(wizard.base, system);
  return { ...wizard, base, draft: rebase(wizard.draft, wizard.base, base) };
}

function recommended(vm: VmSpecification, system: OperatingSystem): VmSpecification {
  const { memoryBytes, diskBytes, vcpus } = system;
  return {
    ...vm,
    operatingSystem: system.id,
    cpu: vcpus === null ? vm.cpu : { ...vm.cpu, cores: Math.max(vm.cpu.cores, vcpus) },
    memory:
      memoryBytes === null
        ? vm.memory
        : { ...vm.memory, bytes: Math.max(vm.memory.bytes, wholeMebibytes(memoryBytes)) },
    disks: vm.disks.map((disk) => {
      const { source } = disk;
      const bytes = source.kind === "new-volume" ? Math.max(source.bytes, diskBytes ?? 0) : 0;
      const roomy = source.kind === "new-volume" ? { ...disk, source: { ...source, bytes } } : disk;
      // Windows gets its virtio driver from a second CD, which the presets ask for.
      return system.virtioDisk || system.family === "windows"
        ? roomy
        : { ...roomy, bus: "sata", iothread: null };
    }),
    networks: vm.networks.map((network) =>
      system.virtioNetwork || system.family === "windows" ? network : { ...network, model: "e1000e" },
    ),
    clock: { ...vm.clock, offset: system.family === "windows" ? "localtime" : "utc" },
  };
}

function wholeMebibytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20) * 2 ** 20;
}
