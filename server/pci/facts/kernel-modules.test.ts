import { describe, expect, test } from "vitest";
import { KernelModules } from "./kernel-modules";

describe("KernelModules", () => {
  const modules = new KernelModules([
    "# Aliases extracted from modules themselves.",
    "alias pci:v000010DEd*sv*sd*bc03sc00i00* nouveau",
    "alias pci:v000010DEd00001381sv*sd*bc*sc*i* nvidia",
    "alias pci:v*d*sv*sd*bc03sc*i* vga_stub",
    "alias pci:v000010DEd00001381sv00001043sd00008508bc*sc*i* special",
    "alias pci:v00001002d*sv*sd*bc*sc*i* amdgpu",
    "alias usb:v10DEp1381 wrong",
    `alias pci:v${"*".repeat(10_000)} hostile`,
  ]);
  const card = {
    class: "030000",
    vendorId: "10de",
    deviceId: "1381",
    subsystemVendorId: "1462",
    subsystemDeviceId: "3102",
  };

  test("tells which claim a device", () => {
    expect(modules.claiming(card)).toEqual(["nouveau", "nvidia", "vga_stub"]);
    expect(modules.claiming({ ...card, subsystemVendorId: "1043", subsystemDeviceId: "8508" })).toContain(
      "special",
    );
    expect(modules.claiming({ ...card, class: "020000", deviceId: "ffff" })).toEqual([]);
  });

  test("keeps the lines that a capture needs", () => {
    const lines = modules.linesFor([card]);
    expect(new KernelModules(lines).claiming(card)).toEqual(modules.claiming(card));
    expect(lines).toHaveLength(3);
  });
});
