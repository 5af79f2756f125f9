import { describe, expect, test } from "vitest";
import { geforce750, geforce970, intelGraphics, nvme, oldNetworkCard } from "./cards";
import type { LabMachine } from "./emulated-machine";
import { labMachines } from "./machines";
import { functionsOf, placeFunctions } from "./placement";

const machine: LabMachine = {
  name: "intel",
  iommu: "intel",
  loader: null,
  vm: "is there",
  topologies: [
    {
      letter: "d",
      title: "a bridge, declared before what comes before it on the bus",
      entries: [{ kind: "port with bridge", at: "d.0", cards: [geforce970, oldNetworkCard] }],
    },
    {
      letter: "i",
      title: "two ports in a slot, and one in the root complex",
      entries: [
        { kind: "root port", at: "1c.1", accessControl: false, card: nvme("free") },
        { kind: "root port", at: "1c.0", accessControl: false, card: geforce750 },
        { kind: "integrated", at: "2.0", card: intelGraphics },
      ],
    },
  ],
};

describe("placeFunctions", () => {
  test("numbers buses by the slots of bus 0, a bridge's after its port's", () => {
    const places = placeFunctions(machine).map(({ address, card }) => `${address} ${card}`);
    expect(places).toEqual([
      "0000:00:02.0 UHD Graphics 630",
      "0000:02:01.0 GeForce GTX 970",
      "0000:02:01.1 GeForce GTX 970",
      "0000:02:02.0 82540EM network card",
      "0000:03:00.0 GeForce GTX 750",
      "0000:03:00.1 GeForce GTX 750",
      '0000:04:00.0 NVMe disk "free"',
    ]);
  });

  test.each(Object.values(labMachines))(
    "gives each function of the $name host a place of its own",
    (host) => {
      const addresses = placeFunctions(host).map(({ address }) => address);
      expect(new Set(addresses).size).toBe(addresses.length);
    },
  );
});

describe("functionsOf", () => {
  test("finds a topology's card", () => {
    const addresses = functionsOf(machine, "d", oldNetworkCard).map(({ address }) => address);
    expect(addresses).toEqual(["0000:02:02.0"]);
  });

  test.each(Object.values(labMachines))("finds every card that the $name host's topologies name", (host) => {
    for (const { letter, goes, stays = [] } of host.topologies) {
      const named = [
        ...(goes === undefined ? [] : [goes]),
        ...stays.flatMap(({ card, culprit }) => [card, culprit]),
      ];
      for (const card of named) expect(functionsOf(host, letter, card), card.name).not.toHaveLength(0);
    }
  });
});
