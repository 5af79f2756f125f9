import { describe, expect, test } from "vitest";
import { demoReport, reportWithoutIommu } from "@/e2e/hosts/reports";
import { judgeHost } from "@/server/pci/verdict/judge";
import type { Reason } from "@/server/pci/verdict.schema";
import { cardsToReserve } from "./cards-to-reserve";
import { nothingChosen, switchesOf, wishOf } from "./choices";

const report = judgeHost(demoReport, { managementDevices: [], attachments: new Map() });

describe("wishOf", () => {
  test("is none as long as nothing is chosen", () => {
    expect(wishOf(nothingChosen, report)).toBeNull();
  });

  test("takes off what is on, and adds what is not", () => {
    expect(switchesOf(report)).toMatchObject([
      { parameter: "intel_iommu=on", now: true },
      { parameter: "iommu=pt", now: true },
    ]);
    expect(wishOf({ ...nothingChosen, switched: ["iommu=pt"] }, report)).toMatchObject({
      add: [],
      remove: ["iommu=pt"],
    });
    const without = { ...report, iommu: { ...report.iommu, parameters: [] } };
    expect(wishOf({ ...nothingChosen, switched: ["iommu=pt"] }, without)).toMatchObject({
      add: ["iommu=pt"],
    });
  });

  test("keeps the three lists of isolated CPUs in step", () => {
    expect(wishOf({ ...nothingChosen, isolated: " 2-7 " }, report)?.add).toEqual([
      "isolcpus=2-7",
      "nohz_full=2-7",
      "rcu_nocbs=2-7",
    ]);
  });

  test("reserves a card whole, by its addresses", () => {
    const [card] = cardsToReserve(report);
    expect(card?.functions).toEqual(["0000:01:00.0", "0000:01:00.1"]);
    expect(wishOf({ ...nothingChosen, cards: [card?.address ?? ""] }, report)).toMatchObject({
      vfioAddresses: ["0000:01:00.0", "0000:01:00.1"],
    });
  });

  test("has the changes of chosen checks in one with the rest, each word once", () => {
    const checks = report.checks.map((check) =>
      check.id === "kernel-log"
        ? {
            ...check,
            change: {
              add: ["iommu=pt", "nosmt"],
              remove: ["quiet"],
              vfioAddresses: [],
              loadModules: ["kvm"],
            },
          }
        : check,
    );
    const without = { ...report, checks, iommu: { ...report.iommu, parameters: [] } };
    const choices = {
      ...nothingChosen,
      switched: ["iommu=pt"],
      checks: ["kernel-log" as const, "swtpm" as const],
    };
    expect(wishOf(choices, without)).toMatchObject({
      add: ["iommu=pt", "nosmt"],
      remove: ["quiet"],
      loadModules: ["kvm"],
    });
    expect(wishOf(choices, report)).toMatchObject({ add: [], remove: ["iommu=pt"] });
  });

  test("asks for pages of a size, also for none", () => {
    expect(wishOf({ ...nothingChosen, pages: 0 }, report)?.hugePages).toEqual({ size: "1G", count: 0 });
  });

  test("offers the card with the host's screen last, and none that the host can't spare", () => {
    expect(cardsToReserve(report).at(-1)).toMatchObject({ address: "0000:00:02.0", isBootDisplay: true });
    const needed: Reason = { code: "host-storage", weight: "block", message: "", fix: null, devices: [] };
    const blocked = report.devices.map((device) => ({
      ...device,
      verdict: { status: "blocked" as const, reasons: [needed] },
    }));
    expect(cardsToReserve({ devices: blocked })).toEqual([]);
  });

  test("reserves cards also where the IOMMU is off yet", () => {
    const bare = judgeHost(reportWithoutIommu, { managementDevices: [], attachments: new Map() });
    expect(cardsToReserve(bare).map(({ address }) => address)).toContain("0000:01:00.0");
  });
});
