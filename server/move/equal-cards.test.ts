import { describe, expect, test } from "vitest";
import { ryzenX570 } from "../pci/layouts/amd-desktops.test-data";
import { eightGpus } from "../pci/layouts/eight-gpus.test-data";
import { contextOf, reportOf } from "../pci/layouts/layout-report.test-data";
import { judgeHost } from "../pci/verdict/judge";
import { assignedCards, equalCards, type TargetDevices } from "./equal-cards";

const { devices } = judgeHost(reportOf(eightGpus), contextOf(eightGpus));
const desktop = judgeHost(reportOf(ryzenX570), contextOf(ryzenX570)).devices;
const gpus = devices.filter(
  ({ class: code, verdict }) => code.startsWith("03") && verdict.status === "bindable",
);
const at = (place: number) => gpus[place]?.address ?? "";
const there: TargetDevices = { devices, heldBy: new Map(), named: new Set() };

describe("equal cards of another host", () => {
  test("the host of this test has several of one model", () => {
    expect(gpus.length).toBeGreaterThan(3);
    expect(new Set(gpus.map(({ deviceId }) => deviceId)).size).toBe(1);
  });

  test("are all free ones of the model, by address", () => {
    const [card] = equalCards([at(2)], devices, there);
    expect(card?.equals.map(({ address }) => address)).toEqual(gpus.map(({ address }) => address));
  });

  test("one that a VM runs with, or that the host needs, is none, and it is said why", () => {
    const heldBy = new Map([[at(0), "the running VM web-1"]]);
    const [card] = equalCards([at(2)], devices, { ...there, heldBy });
    expect(card?.equals.map(({ address }) => address)).not.toContain(at(0));
    expect(card?.problems).toContainEqual(expect.stringContaining("is with the running VM web-1."));
  });

  test("one of a named device of the same name comes first", () => {
    const [card] = equalCards([at(0)], devices, { ...there, named: new Set([at(3)]) });
    expect(card?.equals[0]?.address).toBe(at(3));
  });

  test("take the place of each function of the card, number by number", () => {
    const own = desktop.find(({ address }) => address === "0000:0b:00.0")?.needs.guestGets ?? [];
    expect(own.length).toBeGreaterThan(1);
    const [card, ...others] = equalCards(own, desktop, { ...there, devices: desktop });
    expect(others).toEqual([]);
    expect(card?.equals[0]?.functions.map(({ from, device }) => [from, device.address])).toEqual(
      own.map((address) => [address, address]),
    );
  });

  test("another model is none", () => {
    const [card] = equalCards([at(0)], devices, { ...there, devices: desktop });
    expect(card).toMatchObject({ equals: [], problems: [] });
  });

  test("what is not on the source any more has none", () => {
    expect(equalCards(["0000:fe:00.0"], devices, there)).toEqual([
      { address: "0000:fe:00.0", label: "a device that is not there any more", equals: [], problems: [] },
    ]);
  });
});

describe("cards for a VM with several", () => {
  const cards = equalCards([at(0), at(1)], devices, there);
  const addresses = (chosen: [string, string][]) =>
    assignedCards(cards, new Map(chosen)).map((card) => card?.address ?? null);

  test("are never the same one twice", () => expect(addresses([])).toEqual([at(0), at(1)]));

  test("are those that were chosen, and others keep off them", () => {
    expect(addresses([[at(1), at(0)]])).toEqual([at(1), at(0)]);
  });

  test("one that was chosen for two is given to one", () => {
    expect(
      addresses([
        [at(0), at(2)],
        [at(1), at(2)],
      ]),
    ).toEqual([at(2), null]);
  });

  test("one that was chosen and is no equal one is none", () => {
    expect(addresses([[at(1), "0000:fe:00.0"]])).toEqual([at(0), null]);
  });
});
