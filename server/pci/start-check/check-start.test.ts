import { describe, expect, it } from "vitest";
import type { JudgedDevice } from "../schema";
import type { Reason } from "../verdict.schema";
import { checkStart } from "./check-start";
import type { WantedDevice } from "./wanted-device";

const identity = { vendorId: "10de", deviceId: "2204", subsystem: "1458:4043", serialNumber: null };

function device(change: Partial<JudgedDevice> = {}): JudgedDevice {
  return {
    ...identity,
    address: "0000:01:00.0",
    class: "030000",
    classLabel: "VGA compatible controller",
    vendor: "NVIDIA Corporation",
    product: "GeForce RTX 3090",
    subsystemVendor: null,
    subsystemProduct: null,
    driver: "vfio-pci",
    iommuGroup: 13,
    bootVga: false,
    resetMethods: ["flr"],
    companions: [],
    parent: null,
    physicalFunction: null,
    modules: [],
    link: null,
    numaNode: null,
    bars: [],
    hasRom: true,
    virtualFunctions: null,
    powerState: null,
    slotLabel: null,
    usedBy: [],
    verdict: { status: "ready", reasons: [] },
    needs: { guestGets: [], mustBeBound: [], leftAlone: [] },
    ...change,
  };
}

const nic = device({
  address: "0000:07:02.0",
  class: "020000",
  deviceId: "100e",
  product: "82540EM",
  driver: "e1000",
});
const wanted = (change: Partial<WantedDevice> = {}): WantedDevice => ({
  address: "0000:01:00.0",
  managed: true,
  identity,
  ...change,
});
const check = (one: WantedDevice, devices: JudgedDevice[], heldBy: [string, string][] = []) =>
  checkStart([one], { devices, heldBy: new Map(heldBy) });

describe("checkStart", () => {
  it("lets a VM start whose devices are there and free", () => {
    expect(check(wanted(), [device()])).toEqual([]);
    expect(check(wanted(), [device({ driver: "nouveau" })])).toEqual([]);
  });

  it("offers the slot that a card moved to", () => {
    const problems = check(wanted(), [nic, device({ address: "0000:02:00.0" })]);
    expect(problems).toMatchObject([{ code: "moved", address: "0000:01:00.0", remapTo: "0000:02:00.0" }]);
  });

  it("never starts with another device at the old address", () => {
    const other = device({ ...nic, address: "0000:01:00.0" });
    expect(check(wanted(), [other])).toMatchObject([{ code: "exchanged", remapTo: null }]);
    expect(check(wanted(), [other])[0]?.message).toContain("82540EM (0000:01:00.0)");
  });

  it("believes the address of what Passdeck did not attach, as long as something is there", () => {
    expect(check(wanted({ identity: null }), [{ ...nic, iommuGroup: 18 }, device()])).toEqual([]);
    expect(check(wanted({ identity: null }), [])).toMatchObject([{ code: "gone" }]);
  });

  it("names the VM that holds the device", () => {
    const [problem] = check(wanted(), [device()], [["0000:01:00.0", "games"]]);
    expect(problem).toMatchObject({ code: "in-use", fix: "Shut games down first." });
  });

  it("names who makes a group not viable, and no bridge", () => {
    const port = device({ address: "0000:07:00.0", class: "060400", driver: "pcieport" });
    const [problem, ...others] = check(wanted(), [device(), nic, port]);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: "group" });
    expect(problem?.message).toContain("82540EM (0000:07:02.0) on e1000");
    expect(problem?.message).not.toContain("0000:07:00.0");
    expect(check(wanted(), [device(), { ...nic, driver: "vfio-pci" }, { ...nic, driver: null }])).toEqual([]);
  });

  it("wants a device given away that libvirt is told to leave alone", () => {
    expect(check(wanted({ managed: false }), [device()])).toEqual([]);
    const [problem] = check(wanted({ managed: false }), [device({ driver: "nouveau" })]);
    expect(problem).toMatchObject({ code: "not-given" });
  });

  it("does not take from the host what it needs", () => {
    const reason: Reason = {
      code: "host-storage",
      weight: "block",
      message: "nvme0n1 (0000:01:00.0) holds /",
      fix: null,
      devices: ["0000:01:00.0"],
    };
    const disk = device({ verdict: { status: "blocked", reasons: [reason] } });
    expect(check(wanted(), [disk])).toMatchObject([{ code: "blocked", message: reason.message }]);
  });
});
