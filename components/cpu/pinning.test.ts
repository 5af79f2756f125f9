import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuSetOf, cpusIn } from "./cpu-set";
import { hostWithCpus } from "./host-cpus.test-data";
import { suggestPins } from "./suggest-pins";

const cpusOf = (pinning: ReturnType<typeof suggestPins>) => pinning?.pins.map(({ cpus }) => Number(cpus));

describe("CPU sets", () => {
  test("are read and written as libvirt does", () => {
    expect(cpusIn("0-3,8,^2")).toEqual([0, 1, 3, 8]);
    expect(cpuSetOf([8, 1, 0, 3, 1])).toBe("0-1,3,8");
    expect(cpusIn("x")).toEqual([]);
  });

  test("come back as they went", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(300)), (cpus) => {
        expect(cpusIn(cpuSetOf(cpus))).toEqual(cpus.toSorted((one, other) => one - other));
      }),
    );
  });
});

describe("suggestPins", () => {
  test("gives each vCPU a core of its own and leaves the host its first", () => {
    const pinning = suggestPins({ sockets: 1, cores: 3, threads: 1 }, hostWithCpus());
    expect(cpusOf(pinning)).toEqual([1, 2, 3]);
    expect(pinning?.emulatorCpus).toBe("0,4-15");
  });

  test("goes to a node where all have room", () => {
    expect(cpusOf(suggestPins({ sockets: 1, cores: 4, threads: 1 }, hostWithCpus()))).toEqual([4, 5, 6, 7]);
  });

  test("puts the threads of a guest's core onto one core", () => {
    expect(cpusOf(suggestPins({ sockets: 1, cores: 2, threads: 2 }, hostWithCpus()))).toEqual([1, 9, 2, 10]);
  });

  test("takes isolated CPUs where there are enough", () => {
    expect(cpusOf(suggestPins({ sockets: 1, cores: 2, threads: 1 }, hostWithCpus([6, 7])))).toEqual([6, 7]);
    expect(cpusOf(suggestPins({ sockets: 1, cores: 3, threads: 1 }, hostWithCpus([6, 7])))).toEqual([
      1, 2, 3,
    ]);
  });

  test("goes to the wanted node, and to another where that has no room", () => {
    expect(cpusOf(suggestPins({ sockets: 1, cores: 2, threads: 1 }, hostWithCpus(), 1))).toEqual([4, 5]);
    expect(cpusOf(suggestPins({ sockets: 1, cores: 4, threads: 1 }, hostWithCpus(), 0))).toEqual([
      4, 5, 6, 7,
    ]);
  });

  test("says nothing where the host has too few", () => {
    expect(suggestPins({ sockets: 1, cores: 15, threads: 1 }, hostWithCpus())).toBeNull();
  });
});
