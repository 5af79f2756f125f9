import { describe, expect, test } from "vitest";
import { coreGroups } from "@/components/cpu/core-groups";
import { cpuSchema } from "@/server/create/specification/cpu.schema";
import { cpusOf, type PinTarget, pinTargets, targetKey, withCpus } from "./pin-target";

const cpu = cpuSchema.parse({ cores: 2 });

describe("what can be pinned", () => {
  test("is every vCPU, QEMU itself, and the I/O threads", () => {
    expect(pinTargets(cpu, 1).map(targetKey)).toEqual(["vcpu 0", "vcpu 1", "emulator", "iothread 1"]);
    expect(pinTargets({ ...cpu, cores: Number.NaN }, 0).map(targetKey)).toEqual(["emulator"]);
  });

  test("is pinned, in order, and runs anywhere again", () => {
    for (const target of pinTargets(cpu, 2)) {
      const pinned = withCpus(cpu, target, [3, 1, 2]);
      expect(cpusOf(pinned, target)).toEqual([1, 2, 3]);
      expect(cpuSchema.parse(pinned)).toEqual(pinned);
      expect(withCpus(pinned, target, [])).toEqual(cpu);
    }
    const [first, second]: [PinTarget, PinTarget] = [
      { kind: "vcpu", number: 0 },
      { kind: "vcpu", number: 1 },
    ];
    expect(withCpus(withCpus(cpu, second, [5]), first, [4]).pins).toEqual([
      { vcpu: 0, cpus: "4" },
      { vcpu: 1, cpus: "5" },
    ]);
  });
});

describe("cores", () => {
  test("stand together by the largest cache that they share", () => {
    const core = (id: number) => ({ id, package: 0, threads: [id, id + 4], maximumHertz: null });
    const cache = (level: number, cpus: number[]) => ({
      level,
      kind: "unified" as const,
      bytes: 2 ** 20,
      cpus,
    });
    const own = [0, 1, 2, 3].map((id) => cache(2, [id, id + 4]));
    const [left, right] = [cache(3, [0, 1, 4, 5]), cache(3, [2, 3, 6, 7])];
    const groups = coreGroups([0, 1, 2, 3].map(core), [...own, left, right]);
    expect(groups.map((group) => [group.cache, group.cores.map(({ id }) => id)])).toEqual([
      [left, [0, 1]],
      [right, [2, 3]],
    ]);
    expect(coreGroups([core(0)], [])).toEqual([{ cache: null, cores: [core(0)] }]);
  });
});
