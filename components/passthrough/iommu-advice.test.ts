import { expect, test } from "vitest";
import type { Check } from "@/server/host/checks/check.schema";
import { iommuAdvice } from "./iommu-advice";

type Told = Pick<Check, "id" | "status" | "title" | "detail" | "fix">;

const off = { enabled: false, kind: null, offeredByFirmware: null, parameters: [] };
const firmware: Told = {
  id: "iommu-firmware",
  status: "unknown",
  title: "IOMMU in the firmware",
  detail: "The firmware's tables can't be read.",
  fix: null,
};
const kernel: Told = {
  id: "iommu-kernel",
  status: "fail",
  title: "IOMMU in the kernel",
  detail: "It is turned off on the kernel command line: iommu=off amd_iommu=off.",
  fix: "Remove iommu=off, then reboot.\nRemove amd_iommu=off, then reboot.",
};

test("is none where the IOMMU is on", () => {
  expect(iommuAdvice({ iommu: { ...off, enabled: true }, checks: [kernel] })).toBeNull();
});

test("is what the checks of the IOMMU say, and no other's", () => {
  const other: Told = { ...kernel, id: "hugepages", detail: "None.", fix: "Reserve some." };
  expect(iommuAdvice({ iommu: off, checks: [firmware, kernel, other] })).toEqual({
    explanation: `${firmware.detail} ${kernel.detail}`,
    steps: ["Remove iommu=off, then reboot.", "Remove amd_iommu=off, then reboot."],
  });
});

test("says that there are no groups where nothing was checked", () => {
  expect(iommuAdvice({ iommu: off, checks: [] })).toEqual({
    explanation: "No device is in an IOMMU group.",
    steps: [],
  });
});
