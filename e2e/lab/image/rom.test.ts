import { expect, test } from "vitest";
import { readRom } from "@/server/domain/rom/read-rom";
import { uefiRom } from "./rom";

test("is read as a ROM with nothing but a UEFI part for the card", () => {
  const rom = readRom(uefiRom("10de:2204"), null);
  expect(rom).toMatchObject({
    images: [{ kind: "uefi", vendorId: "10de", deviceIds: ["2204"], class: "030000", processor: "x86_64" }],
  });
});
