import { describe, expect, test } from "vitest";
import type { JudgedDevice } from "../../../pci/schema";
import { plainDevice } from "../../../pci/verdict/random-host.test-data";
import { planReadRom } from "./plan-read-rom";

const address = "0000:01:00.0";
const card: JudgedDevice = {
  ...plainDevice(address),
  class: "030000",
  product: "GA102 [GeForce RTX 3090]",
  vendorId: "10de",
  deviceId: "2204",
  driver: "vfio-pci",
  hasRom: true,
  bootVga: false,
  powerState: "D0",
  verdict: { status: "ready", reasons: [] },
  needs: { guestGets: [address], mustBeBound: [], leftAlone: [] },
};
const shelf = { names: [] as string[], pathOf: (name: string) => `/roms/${name}` };
const free = { unable: null, runningVm: null };
const refusalOf = (change: Partial<JudgedDevice>, facts = {}) =>
  planReadRom({ ...card, ...change }, shelf, { ...free, ...facts }).plan.refusal;

describe("the plan to read a card's ROM", () => {
  test("is one step of three commands, with its risk and what undoes it", () => {
    const { plan, input } = planReadRom(card, shelf, free);
    expect(input).toMatchObject({ file: "geforce-rtx-3090-01-00.0.rom", wake: false });
    expect(plan).toMatchObject({ refusal: null, warnings: [] });
    expect(plan.steps.map(({ effect }) => effect.split("\n"))).toEqual([
      [
        `echo 1 > /sys/bus/pci/devices/${address}/rom`,
        `cat /sys/bus/pci/devices/${address}/rom > /roms/${input.file}`,
        `echo 0 > /sys/bus/pci/devices/${address}/rom`,
      ],
    ]);
    expect(plan.steps[0]?.risk).toContain("start no VM with it");
  });

  test("takes a name that is free, whatever the product is called", () => {
    const taken = { ...shelf, names: ["geforce-rtx-3090-01-00.0.rom", "geforce-rtx-3090-01-00.0-2.rom"] };
    expect(planReadRom(card, taken, free).input.file).toBe("geforce-rtx-3090-01-00.0-3.rom");
    expect(planReadRom({ ...card, product: "…" }, shelf, free).input.file).toBe("vbios-01-00.0.rom");
    const long = planReadRom({ ...card, product: "x".repeat(200) }, shelf, free).input.file;
    expect(long.length).toBeLessThanOrEqual(64);
  });

  test("wakes what sleeps, and lets it sleep again", () => {
    const { plan } = planReadRom({ ...card, powerState: "D3cold" }, shelf, free);
    expect(plan.steps.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^Wake /),
      expect.stringMatching(/^Read the ROM/),
      "Let it sleep again",
    ]);
  });

  test.each<[string, Partial<JudgedDevice>, object, string]>([
    ["has no ROM", { hasRom: false }, {}, "has no ROM of its own"],
    ["is a virtual function", { physicalFunction: "0000:01:00.1" }, {}, "has no ROM of its own"],
    ["does not answer", { silent: true }, {}, "does not answer any more"],
    ["a VM has", {}, { runningVm: "desktop" }, "in use by the VM desktop"],
    ["a driver has", { driver: "nvidia" }, {}, "in use by the driver nvidia"],
    [
      "a program has",
      { usedBy: [{ kind: "process", detail: "qemu has /dev/vfio/1 open" }] },
      {},
      "qemu has /dev/vfio/1 open",
    ],
    ["the host booted on", { bootVga: true }, {}, "the host’s boot display"],
    ["is on a host that can't", {}, { unable: "This is a recording." }, "This is a recording."],
  ])("is refused of a card that %s, with a reason", (_what, change, facts, words) => {
    expect(refusalOf(change, facts)).toContain(words);
  });

  test.each([null, "vfio-pci", "pci-stub", "nvgrace_gpu_vfio_pci"])(
    "takes the driver %s for none",
    (driver) => {
      expect(refusalOf({ driver })).toBeNull();
    },
  );
});
