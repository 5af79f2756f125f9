import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HostCpus } from "@/server/host/cpu-topology.schema";
import { cpuSetOf, cpusIn } from "./cpu-set";
import { suggestPins } from "./suggest-pins";

/** Two nodes of four cores with two threads each; threads of a core are n and n + 8. */
function host(isolated: number[] = []): HostCpus {
  const core = (id: number, node: number) => ({
    id,
    package: node,
    threads: [node * 4 + id, node * 4 + id + 8],
    maximumHertz: null,
  });
  return {
    online: Array.from({ length: 16 }, (_, cpu) => cpu),
    isolated,
    nodes: [0, 1].map((node) => ({
      id: node,
      memoryBytes: null,
      cores: [0, 1, 2, 3].map((id) => core(id, node)),
    })),
    caches: [],
  };
}

const cpusOf = (pinning: ReturnType<typeof suggestPins>) => pinning?.pins.map(({ cpus }) => Number(cpus));

describe("CPU sets", () => {
  it("are read and written as libvirt does", () => {
    expect(cpusIn("0-3,8,^2")).toEqual([0, 1, 3, 8]);
    expect(cpuSetOf([8, 1, 0, 3, 1])).toBe("0-1,3,8");
    expect(cpusIn("x")).toEqual([]);
  });

  it("come back as they went", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(300)), (cpus) => {
        expect(cpusIn(cpuSetOf(cpus))).toEqual(cpus.toSorted((one, other) => one - other));
      }),
    );
  });
});

describe("suggestPins", () => {
  it("gives each vCPU a core of its own and leaves the host its first", () => {
    const pinning = suggestPins({ sockets: 1, cores: 3, threads: 1 }, host());
    expect(cpusOf(pinning)).toEqual([1, 2, 3]);
    expect(pinning?.emulatorCpus).toBe("0,4-15");
  });

  it("goes to a node where all have room", () => {
    expect(cpusOf(suggestPins({ sockets: 1, cores: 4, threads: 1 }, host()))).toEqual([4, 5, 6, 7]);
  });

  it("puts the threads of a guest's core onto one core", () => {
    expect(cpusOf(suggestPins({ sockets: 1, cores: 2, threads: 2 }, host()))).toEqual([1, 9, 2, 10]);
  });

  it("takes isolated CPUs where there are enough", () => {
    expect(cpusOf(suggestPins({ sockets: 1, cores: 2, threads: 1 }, host([6, 7])))).toEqual([6, 7]);
    expect(cpusOf(suggestPins({ sockets: 1, cores: 3, threads: 1 }, host([6, 7])))).toEqual([1, 2, 3]);
  });

  it("says nothing where the host has too few", () => {
    expect(suggestPins({ sockets: 1, cores: 15, threads: 1 }, host())).toBeNull();
  });
});
