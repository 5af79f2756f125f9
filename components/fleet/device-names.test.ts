import { expect, test } from "vitest";
import { deviceName, gpuAddresses, noDevices, shortAddress } from "./device-names";
import { aGpu } from "./sample-device.test-data";

test("a device goes by the name in brackets, or by its whole name", () => {
  expect(deviceName(aGpu())).toBe("GeForce GTX 1080");
  expect(deviceName(aGpu({ product: "Xeon E3-1200 v3 Integrated Graphics" }))).toBe(
    "Xeon E3-1200 v3 Integrated Graphics",
  );
  expect(deviceName(aGpu({ product: "Navi 21 [Radeon RX 6800/6800 XT / 6900 XT]" }))).toBe(
    "Radeon RX 6800/6800 XT / 6900 XT",
  );
});

test("an address keeps its domain where that tells devices apart", () => {
  expect(shortAddress("0000:01:00.0")).toBe("01:00.0");
  expect(shortAddress("10000:01:00.0")).toBe("10000:01:00.0");
  expect(shortAddress("0001:01:00.0")).toBe("0001:01:00.0");
});

test("of a card only the display function counts as GPU; unknown devices are not hidden", () => {
  const devices = new Map([
    ["0000:01:00.0", aGpu()],
    ["0000:01:00.1", aGpu({ address: "0000:01:00.1", class: "040300" })],
  ]);
  const given = ["0000:01:00.0", "0000:01:00.1", "0000:65:00.0"];
  expect(gpuAddresses(given, devices)).toEqual(["0000:01:00.0", "0000:65:00.0"]);
  expect(gpuAddresses(given, noDevices)).toEqual(given);
});
