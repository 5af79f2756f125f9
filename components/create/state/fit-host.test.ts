import { describe, expect, test } from "vitest";
import { hostWithCpus } from "@/components/cpu/host-cpus.test-data";
import type { CreateChoices } from "@/server/create/choices.schema";
import { presetTable } from "@/server/create/presets/preset-table.schema";
import { withCards } from "../steps/cards/with-cards";
import { baseOf } from "./base";
import { sampleChoices } from "./choices.test-data";
import { ourPreset } from "./chosen-preset";
import { fitToHost } from "./fit-host";
import { nodeOfCards } from "./node-of-cards";
import { openWizard } from "./wizard";

const gibibyte = 2 ** 30;
const preset = presetTable["windows-gpu"];
const on = (host: CreateChoices) => ourPreset(fitToHost(preset, host, null));
const cpus = hostWithCpus();

const device = (address: string, numaNode: number | null) => ({
  address,
  label: "GeForce RTX 3090",
  vendor: "NVIDIA",
  class: "030000",
  vendorId: "10de",
  deviceId: "2204",
  subsystem: null,
  serialNumber: null,
  companions: [],
  groupOthers: [],
  verdict: { status: "ready" as const, reasons: [] },
  vms: [],
  numaNode,
});
const choices = {
  ...sampleChoices,
  cpus,
  devices: [device("0000:01:00.0", 0), device("0000:81:00.0", 1)],
};
const card = (address: string) => ({ functions: [{ address, class: "030000" }], options: {} });

describe("Windows with a GPU", () => {
  test("gets half of the host, pinned, with a reason for each", () => {
    const { cpu, memory } = baseOf("iso", on(choices), choices);
    expect(cpu).toMatchObject({ cores: 2, threads: 2, model: { kind: "host-passthrough" } });
    expect(cpu.pins).toEqual([
      { vcpu: 0, cpus: "1" },
      { vcpu: 1, cpus: "9" },
      { vcpu: 2, cpus: "2" },
      { vcpu: 3, cpus: "10" },
    ]);
    expect(cpu.emulatorCpus).toBe("0,3-8,11-15");
    expect(memory).toMatchObject({ bytes: 16 * gibibyte, balloon: false });
    const added = fitToHost(preset, choices, null).settings.slice(preset.settings.length);
    expect(added.map(({ title }) => title)).toEqual([
      "2 cores with two threads each",
      "Each vCPU pinned to its own CPU",
      "16 GiB of memory",
    ]);
  });

  test("goes to the node of its GPU when that is chosen, and stays where the user put it", () => {
    const before = openWizard("iso", on(choices), choices);
    const there = withCards(before, [card("0000:81:00.0")], choices);
    expect(there.draft.cpu.pins.map((pin) => pin.cpus)).toEqual(["4", "12", "5", "13"]);
    expect(there.draft.memory.numa).toEqual({ mode: "preferred", nodes: "1" });
    expect(there.draft.cards).toHaveLength(1);
    expect(withCards(there, [], choices).draft).toEqual(before.draft);
    const own = { ...before, draft: { ...before.draft, cpu: { ...before.draft.cpu, pins: [] } } };
    expect(withCards(own, [card("0000:81:00.0")], choices).draft.cpu.pins).toEqual([]);
  });

  test.each([
    [8, null, 4],
    [15.5, null, 8],
    [24, null, 12],
    [128, null, 16],
    [64, 6.5, 6],
    [2, 1, 2],
  ])("of a host with %s GiB, of which %s are free, gets %s", (total, free, expected) => {
    const host = {
      ...choices,
      memoryBytes: total * gibibyte,
      availableMemoryBytes: free === null ? null : free * gibibyte,
    };
    expect(baseOf("iso", on(host), host).memory.bytes).toBe(expected * gibibyte);
  });

  test("is pinned to isolated CPUs where there are any, and to none where the host is too small or not known", () => {
    const isolated = { ...choices, cpus: hostWithCpus([5, 6, 13, 14]) };
    expect(baseOf("iso", on(isolated), isolated).cpu.pins.map((pin) => pin.cpus)).toEqual([
      "5",
      "13",
      "6",
      "14",
    ]);
    const small = { ...cpus, online: [0, 1], nodes: [{ id: 0, memoryBytes: null, cores: twoCores }] };
    const little = { ...choices, cpus: small };
    const { cpu } = baseOf("iso", on(little), little);
    expect(cpu).toMatchObject({ cores: 2, threads: 1, pins: [], emulatorCpus: null });
    const unknown = { ...choices, cpus: null };
    expect(baseOf("iso", on(unknown), unknown).cpu).toMatchObject({ cores: 2, pins: [] });
  });
});

const twoCores = [0, 1].map((id) => ({ id, package: 0, threads: [id], maximumHertz: null }));

describe("a desktop with a GPU", () => {
  const desktop = presetTable["desktop-gpu"];
  const made = (hugepages: CreateChoices["hugepages"]) => {
    const host = { ...choices, memoryBytes: 64 * gibibyte, availableMemoryBytes: null, hugepages };
    return baseOf("iso", ourPreset(fitToHost(desktop, host, null)), host);
  };

  test("has its memory on huge pages where enough of them are free, of the largest size", () => {
    const small = { bytes: 2 ** 21, total: 8192, free: 8192 };
    const large = { bytes: gibibyte, total: 8, free: 8 };
    expect(made([small, large]).memory).toMatchObject({ bytes: 8 * gibibyte, hugepageBytes: gibibyte });
    expect(made([small]).memory).toMatchObject({ bytes: 16 * gibibyte, hugepageBytes: 2 ** 21 });
    expect(made([{ ...small, free: 10 }]).memory).toMatchObject({
      bytes: 16 * gibibyte,
      hugepageBytes: null,
    });
    expect(made(null)).toMatchObject({ lookingGlass: { memory: "shm", video: "keep" }, hostInputs: null });
  });
});

test("leaves other presets as they are", () => {
  expect(fitToHost(presetTable["linux-server"], choices, null)).toBe(presetTable["linux-server"]);
});

test("asks the first display among the cards where it is", () => {
  const sound = { functions: [{ address: "0000:01:00.0", class: "040300" }], options: {} };
  expect(nodeOfCards([sound, card("0000:81:00.0")], choices)).toBe(1);
  expect(nodeOfCards([sound], choices)).toBeNull();
});
