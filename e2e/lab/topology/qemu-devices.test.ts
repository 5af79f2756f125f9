import { expect, test } from "vitest";
import { labMachines } from "./machines";
import { placeFunctions } from "./placement";
import { deviceArguments, type OuterParts } from "./qemu-devices";

const withRom = placeFunctions(labMachines.intel).flatMap(({ function: { rom, identity } }) =>
  rom === "uefi" && identity !== null ? [identity.id] : [],
);
const outer: OuterParts = {
  disks: { root: "root.img", free: "free.img", "vm-images": "vm-images.img" },
  roms: Object.fromEntries(withRom.map((id) => [id, `${id.replace(":", "-")}.rom`])),
  webPort: 8006,
  keepRoot: false,
  bootsFromRoot: false,
};

test("gives each GPU that shall have one its ROM for UEFI", () => {
  expect(withRom).toContain("10de:2204");
  const words = deviceArguments(labMachines.intel, outer);
  expect(words.filter((word) => /,romfile=\w/.test(word))).toHaveLength(withRom.length);
  expect(words.find((word) => word.includes("10de-2204"))).toContain("romfile=10de-2204.rom");
});

test("does not start a GPU whose ROM is missing", () => {
  expect(() => deviceArguments(labMachines.intel, { ...outer, roms: {} })).toThrow("no ROM was made");
});
