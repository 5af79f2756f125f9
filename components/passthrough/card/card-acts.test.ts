import { describe, expect, test } from "vitest";
import { cardViewAt } from "@/components/device/card-view";
import { aDevice, aGraphicsCard, aHostWith, aPort } from "@/components/device/hosts.test-data";
import type { NextStart } from "../reservation/card-reservation";
import { bindingActs } from "./card-acts";

const other = "0000:02:00.0";

/** What is offered of a GPU at 01:00 whose group member at 02:00 has the given driver. */
function offered(
  gpuDriver: string | null,
  otherDriver: string | null,
  nextStart: NextStart = null,
): string[] {
  const gpu = aGraphicsCard("0000:01:00", 1, {
    driver: gpuDriver,
    needs: { guestGets: ["0000:01:00.0", "0000:01:00.1"], mustBeBound: [other], leftAlone: ["0000:00:01.0"] },
  });
  const network = aDevice({ address: other, class: "020000", iommuGroup: 1, driver: otherDriver });
  const card = cardViewAt(aHostWith([aPort("0000:00:01.0", 1), ...gpu, network]), "0000:01:00.1");
  if (card === null) throw new Error("the host has that card");
  return bindingActs(card, nextStart).map(
    ({ label, addresses }) => `${label}: ${addresses.map((one) => one.slice(5)).join(" ")}`,
  );
}

describe("bindingActs", () => {
  test.each([
    [
      "nvidia",
      "e1000e",
      ["Reserve for VMs: 01:00.0 01:00.1", "Reserve the whole group for VMs: 01:00.0 01:00.1 02:00.0"],
    ],
    ["nvidia", null, ["Reserve for VMs: 01:00.0 01:00.1"]],
    [
      "vfio-pci",
      "e1000e",
      ["Reserve the whole group for VMs: 01:00.0 01:00.1 02:00.0", "Return to host: 01:00.0 01:00.1"],
    ],
    [
      "vfio-pci",
      "vfio-pci",
      ["Return to host: 01:00.0 01:00.1", "Return the whole group to host: 01:00.0 01:00.1 02:00.0"],
    ],
  ])("of a GPU on %s with a other on %s", (gpuDriver, otherDriver, acts) => {
    expect(offered(gpuDriver, otherDriver)).toEqual(acts);
  });

  const at = (...addresses: string[]) => new Map(addresses.map((address) => [`0000:${address}`, "a file"]));

  test.each([
    ["nothing, now or then", "nvidia", at(), ["Reserve for VMs", "Reserve at every start…"]],
    ["now alone", "vfio-pci", at(), ["Keep reserved over restarts…: 01:00.0 01:00.1", "Return to host"]],
    [
      "half of it then",
      "vfio-pci",
      at("01:00.0"),
      ["Keep reserved over restarts…: 01:00.1", "Return to host"],
    ],
    ["now and then", "vfio-pci", at("01:00.0", "01:00.1"), ["Return to host"]],
    ["then alone", "nvidia", at("01:00.0", "01:00.1"), ["Reserve for VMs", "Return to host"]],
  ])("with what is reserved at the next start: %s", (_name, driver, nextStart, acts) => {
    const shown = offered(driver, null, nextStart);
    expect(shown.map((act, index) => act.startsWith(acts[index] ?? "nothing"))).toEqual(acts.map(() => true));
  });

  test("offers nothing of a bridge", () => {
    const card = cardViewAt(aHostWith([aPort("0000:00:01.0", 1)]), "0000:00:01.0");
    expect(card && bindingActs(card, null)).toEqual([]);
  });
});

describe("cardViewAt", () => {
  test("knows no card where there is none", () => {
    expect(cardViewAt(aHostWith([]), "0000:01:00.0")).toBeNull();
  });
});
