import { describe, expect, it } from "vitest";
import { type DeviceDescription, hostTreeEntries } from "@/e2e/hosts/build-host-tree";
import { xeonE3 } from "@/e2e/hosts/xeon-e3";
import { treeOfEntries } from "../../host/tree.test-data";
import type { TreeEntry } from "../../host/tree-entries";
import { readHostReport } from "../read-host-report";
import { barFactsOf } from "./bar-facts";
import { KernelModules } from "./kernel-modules";
import { linkFactsOf } from "./link-facts";
import { serialNumberOf } from "./serial-number";
import { isSilent, silence } from "./silence";

describe("linkFactsOf", () => {
  const link = (current: [string, string], most: [string, string]) =>
    linkFactsOf(
      (name) =>
        ({
          current_link_speed: current[0],
          current_link_width: current[1],
          max_link_speed: most[0],
          max_link_width: most[1],
        })[name] ?? null,
    );

  it("reads a card in a slot that is slower than the card", () => {
    expect(link(["8.0 GT/s PCIe\n", "4\n"], ["16.0 GT/s PCIe\n", "16\n"])).toEqual({
      speed: 8,
      width: 4,
      maximumSpeed: 16,
      maximumWidth: 16,
    });
  });

  it("keeps a port without a card: its link is down", () => {
    expect(link(["2.5 GT/s PCIe", "0"], ["8.0 GT/s PCIe", "8"])?.width).toBe(0);
  });

  it.each<[string, [string, string], [string, string]]>([
    ["an unknown speed", ["Unknown", "16"], ["8.0 GT/s PCIe", "16"]],
    ["a device that sleeps", ["Unknown speed", "63"], ["8.0 GT/s PCIe", "16"]],
    ["no link at all", ["", ""], ["", ""]],
    ["a width that is none", ["8.0 GT/s", "255"], ["8.0 GT/s", "255"]],
    ["nonsense", ["1e9 GT/s", "-1"], ["NaN GT/s", "0x10"]],
  ])("tells nothing of %s", (_, current, most) => {
    expect(link(current, most)).toBeNull();
  });
});

describe("barFactsOf", () => {
  it("reads a graphics card's registers", () => {
    const lines = [
      "0x00000000a0000000 0x00000000a0ffffff 0x0000000000040200",
      "0x0000004000000000 0x000000400fffffff 0x000000000014220c",
      "0x0000000000000000 0x0000000000000000 0x0000000000000000",
      "0x0000000000000000 0x0000000001ffffff 0x000000000014220c",
      "0x0000000000000000 0x0000000000000000 0x0000000000000000",
      "0x0000000000003000 0x000000000000307f 0x0000000000040101",
      "0x00000000000c0000 0x00000000000dffff 0x0000000000000212",
    ];
    expect(barFactsOf(`${lines.join("\n")}\n`)).toEqual([
      { index: 0, bytes: 16 * 1024 ** 2, space: "memory", prefetchable: false },
      { index: 1, bytes: 256 * 1024 ** 2, space: "memory", prefetchable: true },
      { index: 3, bytes: 32 * 1024 ** 2, space: "memory", prefetchable: true },
      { index: 5, bytes: 128, space: "port", prefetchable: false },
    ]);
  });

  it("makes nonsense harmless", () => {
    const lines = [
      "0xffffffffffffffff 0x0 0x200",
      "0x0 0xffffffffffffffff 0x200",
      "0 1 2",
      "0x1",
      "",
      "0x0 0xf 0x4000",
    ];
    expect(barFactsOf(lines.join("\n"))).toEqual([]);
    expect(barFactsOf(null)).toEqual([]);
  });
});

/** A configuration space with these capabilities: offset → [id, next offset]. */
function configuration(capabilities: Readonly<Record<number, [number, number]>>, size = 4096): Uint8Array {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  for (const [offset, [id, next]] of Object.entries(capabilities)) {
    view.setUint32(Number(offset), (next << 20) | (1 << 16) | id, true);
  }
  return bytes;
}

describe("serialNumberOf", () => {
  it("follows the capabilities to it", () => {
    const bytes = configuration({ 256: [0x0001, 0x140], 320: [0x0003, 0] });
    bytes.set([0x03, 0x02, 0x01, 0xfe, 0xff, 0x5d, 0x15, 0x00], 0x144);
    expect(serialNumberOf(bytes)).toBe("00-15-5d-ff-fe-01-02-03");
  });

  it.each([
    ["64 bytes, which is what anybody may read", configuration({}, 64)],
    ["no capabilities", configuration({})],
    ["a chain that runs in a circle", configuration({ 256: [0x0001, 0x140], 320: [0x0002, 0x100] })],
    ["a chain that leads out of the space", configuration({ 256: [0x0001, 0xffc], 4092: [0x0003, 0] })],
    ["a chain that leads back into the header", configuration({ 256: [0x0001, 0x40] })],
    ["a number of zeros", configuration({ 256: [0x0003, 0] })],
    ["a device that is gone", new Uint8Array(4096).fill(0xff)],
    ["nothing", null],
  ])("finds none in %s", (_, bytes) => {
    expect(serialNumberOf(bytes)).toBeNull();
  });
});

describe("isSilent", () => {
  const virtualFunction = new Uint8Array(64);
  virtualFunction.fill(0xff, 0, 4);

  it.each<[string, Uint8Array | null, boolean]>([
    ["a device", configuration({}), false],
    ["what is gone", new Uint8Array(4096).fill(0xff), true],
    ["what is gone, to anybody but root", new Uint8Array(64).fill(0xff), true],
    ["a virtual function, whose IDs are all ones", virtualFunction, false],
    ["what was cut short", new Uint8Array(4).fill(0xff), false],
    ["what was not read", null, false],
  ])("of %s", (_, bytes, expected) => {
    expect(isSilent(bytes)).toBe(expected);
  });
});

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

  it("tells which claim a device", () => {
    expect(modules.claiming(card)).toEqual(["nouveau", "nvidia", "vga_stub"]);
    expect(modules.claiming({ ...card, subsystemVendorId: "1043", subsystemDeviceId: "8508" })).toContain(
      "special",
    );
    expect(modules.claiming({ ...card, class: "020000", deviceId: "ffff" })).toEqual([]);
  });

  it("keeps the lines that a capture needs", () => {
    const lines = modules.linesFor([card]);
    expect(new KernelModules(lines).claiming(card)).toEqual(modules.claiming(card));
    expect(lines).toHaveLength(3);
  });
});

describe("readHostReport", () => {
  const device: DeviceDescription = { address: "0000:01:00.0", class: "0300", id: "10de:1381", group: 1 };
  const place = "sys/devices/pci0000:01/0000:01:00.0";
  const attribute = (name: string, text: string): TreeEntry => ({
    kind: "file",
    path: `${place}/${name}`,
    text,
  });
  const read = async (...entries: TreeEntry[]) => {
    const tree = await treeOfEntries([...hostTreeEntries({ ...xeonE3, devices: [device] }), ...entries]);
    return (await readHostReport(tree)).devices[0];
  };

  it("puts all facts together", async () => {
    const release = xeonE3.kernel;
    const facts = await read(
      attribute("numa_node", "1\n"),
      attribute("rom", ""),
      attribute("sriov_totalvfs", "8\n"),
      attribute("sriov_numvfs", "2\n"),
      attribute("power_state", "D3hot\n"),
      { kind: "file", path: "sys/bus/pci/slots/PCIEX16_1/address", text: "0000:01:00\n" },
      {
        kind: "file",
        path: `lib/modules/${release}/modules.alias`,
        text: "alias pci:v000010DEd*sv*sd*bc03sc*i* nouveau\n",
      },
      {
        kind: "file",
        path: `lib/modules/${release}/modules.builtin.modinfo`,
        text: "simpledrm.license=GPL\0builtin.alias=pci:v000010DEd*sv*sd*bc03sc*i*\0",
      },
    );
    expect(facts).toMatchObject({
      numaNode: 1,
      hasRom: true,
      virtualFunctions: { total: 8, enabled: 2 },
      powerState: "D3hot",
      slotLabel: "PCIEX16_1",
      modules: ["builtin", "nouveau"],
    });
  });

  it("makes nonsense harmless", async () => {
    const facts = await read(
      attribute("numa_node", "-1\n"),
      attribute("sriov_totalvfs", "99999999999\n"),
      attribute("power_state", "D9\u001b[2J\n"),
      attribute("label", "\u001b]0;x\u0007\n"),
    );
    expect(facts).toMatchObject({
      numaNode: null,
      virtualFunctions: null,
      powerState: null,
      slotLabel: "]0;x",
    });
  });

  it("does not read the configuration of what sleeps, as that would wake it up", async () => {
    const bytes = configuration({ 256: [0x0003, 0] });
    bytes.fill(0x11, 0x104, 0x10c);
    const text = Buffer.from(bytes).toString("latin1");
    const state = (power: string, runtime: string) =>
      read(
        attribute("config", text),
        attribute("power_state", `${power}\n`),
        attribute("power/runtime_status", `${runtime}\n`),
      );
    for (const [power, runtime] of [
      ["D0", "active"],
      ["D3hot", "suspended"],
      // Not asleep: the kernel has lost it.
      ["D3cold", "active"],
    ] as const) {
      const awake = await state(power, runtime);
      expect(awake?.serialNumber).toBe("11-11-11-11-11-11-11-11");
    }
    const asleep = await state("D3cold", "suspended");
    expect(asleep?.serialNumber).toBeNull();
  });

  it("tells of a device that does not answer", async () => {
    const config: TreeEntry = { kind: "file", path: `${place}/config`, text: silence };
    expect(await read(config)).toMatchObject({ silent: true, serialNumber: null });
  });
});
