import { expect, test } from "vitest";
import { aPort } from "@/components/device/hosts.test-data";
import { linkText, portWord, wireWidth } from "./port-look";

test("calls a port by what it is", () => {
  const product = "X";
  expect(portWord(aPort("0000:00:01.0", 1))).toBe("Root port");
  expect(portWord(aPort("0000:00:01.0", 1, { product, parent: null }))).toBe("Root port");
  expect(portWord(aPort("0000:02:01.0", 1, { product, parent: "0000:01:00.0" }))).toBe("Bridge");
  expect(portWord(aPort("0000:02:01.0", 1, { product: "PCIe Switch Downstream Port", parent: "p" }))).toBe(
    "Downstream port",
  );
  expect(
    portWord(aPort("0000:02:01.0", 1, { product: "Upstream Port of PCI Express Switch", parent: "p" })),
  ).toBe("Upstream port");
});

test.each([
  [null, null],
  [{ speed: 16, width: 16, maximumSpeed: 16, maximumWidth: 16 }, "×16, 16 GT/s"],
  [{ speed: 2.5, width: 8, maximumSpeed: 16, maximumWidth: 16 }, "×8 of ×16, 2.5 of 16 GT/s"],
])("a link %j reads %j", (link, words) => {
  expect(linkText(link)).toBe(words);
});

test.each([
  [undefined, 1],
  [1, 1],
  [2, 1],
  [4, 2],
  [8, 3],
  [16, 4],
  [32, 4],
])("%s lanes are a wire of %i pixels", (lanes, pixels) => {
  expect(wireWidth(lanes)).toBe(pixels);
});
