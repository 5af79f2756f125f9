import { describe, expect, test } from "vitest";
import { aVm } from "@/components/fleet/sample.test-data";
import { vmCards } from "@/components/vm/device/vm-cards";
import { desktop } from "../desktop.test-data";
import { guestAddressProblem, optionsFor, optionsProblem, quirksFor, withQuirks } from "./attach-options";
import { cardsToAttach } from "./cards-to-attach";

const cards = cardsToAttach(desktop());

describe("cardsToAttach", () => {
  test("names each card once, GPUs and what can be reserved for VMs first, and no bridge", () => {
    expect(cards.map(({ device }) => device.address.slice(5))).toEqual([
      "01:00.0",
      "02:00.0",
      "03:00.0",
      "04:00.0",
      "00:1f.2",
    ]);
  });

  test("offers the options that make sense for a card", () => {
    const [gpu, , drive, usb] = cards;
    if (gpu === undefined || drive === undefined || usb === undefined)
      throw new Error("the desktop has them");
    expect(optionsFor(gpu)).toEqual({ rom: true, display: true, boot: false });
    expect(optionsFor(drive)).toEqual({ rom: false, display: false, boot: true });
    expect(optionsFor(usb)).toEqual({ rom: false, display: false, boot: false });
  });
});

describe("guestAddressProblem", () => {
  test.each(["", "0000:05:00.0", "0000:0a:1f.0"])("takes %j", (text) => {
    expect(guestAddressProblem(text)).toBeNull();
  });
  test.each(["05:00.0", "0000:05:20.0", "0000:05:00.8", "x"])("refuses %j", (text) => {
    expect(guestAddressProblem(text)).toContain("0000:05:00.0");
  });
});

describe("optionsProblem", () => {
  test("names the ROM file whose path is not whole", () => {
    expect(optionsProblem({ rom: { kind: "file", path: "card.rom" } })).toContain("full path");
    expect(optionsProblem({ rom: { kind: "file", path: "/card.rom" } })).toBeNull();
    expect(optionsProblem({ rom: { kind: "off" }, guestAddress: "x" })).toContain("0000:05:00.0");
    expect(optionsProblem({})).toBeNull();
  });
});

describe("vmCards", () => {
  const given = ["0000:01:00.1", "0000:03:00.0", "0000:01:00.0", "0000:77:00.0"];

  test("puts the functions of a card together, and keeps what the host has not", () => {
    expect(vmCards(given, desktop()).map(({ name, addresses }) => [name, ...addresses])).toEqual([
      ["GeForce RTX 3090", "0000:01:00.0", "0000:01:00.1"],
      ["NVMe SSD Controller SM981", "0000:03:00.0"],
      [null, "0000:77:00.0"],
    ]);
  });

  test("does without the host's hardware", () => {
    expect(vmCards(given, null).map(({ name }) => name)).toEqual([null, null, null, null]);
  });
});

describe("withQuirks", () => {
  const [gpu, , drive] = cards;
  if (gpu === undefined || drive === undefined) throw new Error("the desktop has them");
  const quirks = quirksFor(gpu, aVm({ machine: "pc-q35-8.2" }));

  test("ticks what the card calls for until somebody says otherwise", () => {
    expect(withQuirks({}, quirks)).toEqual({ quirks: ["nvidia-error-43", "no-hot-plug"] });
    expect(withQuirks({ quirks: ["no-hot-plug"] }, quirks)).toEqual({ quirks: ["no-hot-plug"] });
    expect(withQuirks({ quirks: [] }, quirks)).toEqual({ quirks: [] });
  });

  test("leaves out what another card or VM would have called for", () => {
    const other = quirksFor(gpu, aVm({ machine: "pc-i440fx-8.2" }));
    expect(withQuirks({ quirks: ["no-hot-plug"] }, other)).toEqual({ quirks: [] });
    expect(withQuirks({}, quirksFor(drive, aVm()))).toEqual({});
  });
});
