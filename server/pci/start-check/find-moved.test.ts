import { describe, expect, test } from "vitest";
import { findMoved } from "./find-moved";

const identity = { vendorId: "10de", deviceId: "2204", subsystem: "1458:4043", serialNumber: null };
const wanted = { address: "0000:01:00.0", managed: true, identity };
const at = (address: string, serialNumber: string | null = null) => ({ ...identity, address, serialNumber });

describe("findMoved", () => {
  test("finds a card that changed its slot", () => {
    expect(findMoved(wanted, [at("0000:07:00.0")], new Set())).toEqual({
      kind: "found",
      address: "0000:07:00.0",
    });
  });

  test("tells twins apart by the serial number", () => {
    const numbered = { ...wanted, identity: { ...identity, serialNumber: "00-01" } };
    const twins = [at("0000:07:00.0", "00-02"), at("0000:08:00.0", "00-01")];
    expect(findMoved(numbered, twins, new Set())).toEqual({ kind: "found", address: "0000:08:00.0" });
  });

  test("does not choose between twins without serial numbers", () => {
    const twins = [at("0000:08:00.0"), at("0000:07:00.0")];
    expect(findMoved(wanted, twins, new Set())).toEqual({
      kind: "several",
      addresses: ["0000:07:00.0", "0000:08:00.0"],
    });
  });

  test("leaves out what the VM has already, other functions and other devices", () => {
    const devices = [
      at("0000:07:00.0"),
      at("0000:08:00.1"),
      { ...at("0000:09:00.0"), subsystem: "1043:8508" },
    ];
    expect(findMoved(wanted, devices, new Set(["0000:07:00.0"]))).toEqual({ kind: "gone" });
  });
});
