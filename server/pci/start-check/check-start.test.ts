import { describe, expect, test } from "vitest";
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
    silent: false,
    slotLabel: null,
    usedBy: [],
    notLookedAt: [],
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
const check = (
  one: WantedDevice,
  devices: JudgedDevice[],
  { heldBy = [], kernel = "6.1.0-31-amd64" }: { heldBy?: [string, string][]; kernel?: string } = {},
) => checkStart([one], { devices, kernel, heldBy: new Map(heldBy) });

describe("checkStart", () => {
  test("lets a VM start whose devices are there and free", () => {
    expect(check(wanted(), [device()])).toEqual([]);
    expect(check(wanted(), [device({ driver: "nouveau" })])).toEqual([]);
  });

  test("offers the slot that a card moved to", () => {
    const problems = check(wanted(), [nic, device({ address: "0000:02:00.0" })]);
    expect(problems).toMatchObject([{ code: "moved", address: "0000:01:00.0", remapTo: "0000:02:00.0" }]);
  });

  test("never starts with another device at the old address", () => {
    const other = device({ ...nic, address: "0000:01:00.0" });
    expect(check(wanted(), [other])).toMatchObject([{ code: "exchanged", remapTo: null }]);
    expect(check(wanted(), [other])[0]?.message).toContain("82540EM (0000:01:00.0)");
  });

  test("believes the address of what Passdeck did not attach, as long as something is there", () => {
    expect(check(wanted({ identity: null }), [{ ...nic, iommuGroup: 18 }, device()])).toEqual([]);
    expect(check(wanted({ identity: null }), [])).toMatchObject([{ code: "gone" }]);
  });

  test("names the VM that holds the device", () => {
    const [problem] = check(wanted(), [device()], { heldBy: [["0000:01:00.0", "games"]] });
    expect(problem).toMatchObject({ code: "in-use", fix: "Shut down games first." });
  });

  test("names who makes a group not viable, and no bridge", () => {
    const port = device({ address: "0000:07:00.0", class: "060400", driver: "pcieport" });
    const [problem, ...others] = check(wanted(), [device(), nic, port]);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: "group" });
    expect(problem?.message).toContain("82540EM (0000:07:02.0) on e1000");
    expect(problem?.message).not.toContain("0000:07:00.0");
    expect(check(wanted(), [device(), { ...nic, driver: "vfio-pci" }, { ...nic, driver: null }])).toEqual([]);
  });

  test.each<[string, string, string | null, string, boolean]>([
    ["an ISA bridge with a driver", "060100", "lpc_ich", "6.1.0-31-amd64", true],
    ["an ISA bridge with a driver, on an old kernel", "060100", "lpc_ich", "5.4.0", true],
    ["a host bridge with a driver", "060000", "hsw_uncore", "6.12.48-1-MANJARO", true],
    ["a host bridge without one", "060000", null, "6.12.48-1-MANJARO", false],
    ["an ISA bridge that was given a stub", "060100", "pci-stub", "6.1.0-31-amd64", false],
    ["a root port", "060400", "pcieport", "6.1.0-31-amd64", false],
    ["a PCI bridge whose driver does DMA", "060400", "shpchp", "5.19.0", true],
    ["a PCI bridge whose driver does DMA, before that counted", "060400", "shpchp", "5.18.19", false],
    [
      "a PCI bridge whose driver does DMA, on a kernel that nobody knows",
      "060400",
      "shpchp",
      "unknown",
      false,
    ],
  ])("goes by the kernel's rule for %s", (_, code, driver, kernel, refused) => {
    const bridge = device({ address: "0000:00:1f.0", class: code, product: "A bridge", driver });
    const problems = check(wanted(), [device(), bridge], { kernel });
    expect(problems.map((problem) => problem.code)).toEqual(refused ? ["group"] : []);
    if (refused) expect(problems[0]?.message).toContain(`A bridge (0000:00:1f.0) on ${driver}`);
    if (refused)
      expect(problems[0]?.fix).toContain(`echo 0000:00:1f.0 > /sys/bus/pci/drivers/${driver}/unbind`);
  });

  test("says of each culprit what to do about it", () => {
    const bridge = device({ address: "0000:00:1f.0", class: "060100", driver: "lpc_ich" });
    const [problem] = check(wanted(), [device(), nic, bridge]);
    expect(problem?.fix).toMatch(/^Reserve the whole group for VMs .* Bridges can't be reserved for VMs/);
  });

  test("takes a maker's own variant of vfio-pci for one", () => {
    expect(check(wanted(), [device(), { ...nic, driver: "mlx5_vfio_pci" }])).toEqual([]);
  });

  test("wants a device reserved that libvirt is told to leave alone", () => {
    expect(check(wanted({ managed: false }), [device()])).toEqual([]);
    const [problem] = check(wanted({ managed: false }), [device({ driver: "nouveau" })]);
    expect(problem).toMatchObject({ code: "not-given" });
  });

  test.each(["host-storage", "unknown-hardware", "behind-vmd", "bar-unassigned"] as const)(
    "does not take what it must not: %s",
    (code) => {
      const reason: Reason = {
        code,
        weight: "block",
        message: "nvme0n1 (0000:01:00.0) holds /",
        fix: null,
        devices: ["0000:01:00.0"],
      };
      const disk = device({ verdict: { status: "blocked", reasons: [reason] } });
      expect(check(wanted(), [disk])).toMatchObject([{ code: "blocked", message: reason.message }]);
    },
  );
});
