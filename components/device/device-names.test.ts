import { describe, expect, test } from "vitest";
import { gpuName, shortVendor } from "./device-names";

describe("shortVendor", () => {
  test.each([
    ["NVIDIA Corporation", "NVIDIA"],
    ["Advanced Micro Devices, Inc. [AMD/ATI]", "AMD/ATI"],
    ["Intel Corporation", "Intel"],
    ["Samsung Electronics Co Ltd", "Samsung"],
    ["ASMedia Technology Inc.", "ASMedia"],
    ["Realtek Semiconductor Co., Ltd.", "Realtek"],
    ["Red Hat, Inc.", "Red Hat"],
    ["ASUSTeK Computer Inc.", "ASUSTeK"],
    ["Vendor fff0", "Vendor fff0"],
    ["Technology", "Technology"],
  ])("%s is %s", (vendor, short) => {
    expect(shortVendor(vendor)).toBe(short);
  });
});

describe("gpuName", () => {
  test.each([
    ["GM204 [GeForce GTX 970]", "GeForce GTX 970", "GM204"],
    ["Navi 31 [Radeon RX 7900 XT/7900 XTX]", "Radeon RX 7900 XT/7900 XTX", "Navi 31"],
    ["Integrated Graphics Controller", "Integrated Graphics Controller", null],
    ["Device 2b85", "Device 2b85", null],
  ])("%s is a %s", (product, name, chip) => {
    expect(gpuName(product)).toEqual({ name, chip });
  });
});
