import { describe, expect, test } from "vitest";
import { checkOf, type Files, gpu, started } from "./checks.test-data";
import { acsOf, portOutline } from "./port-acs";

const log = (...lines: string[]): Files => ({ "var/log/dmesg": `${lines.join("\n")}\n` });
const group = { id: 1, devices: [gpu.address], isolated: true };

describe("interrupt-remapping", () => {
  const interrupts = (names: string): Files => ({ "proc/interrupts": `  24:   8   ${names}  nvme0q0\n` });

  test("is told by the names of interrupt controllers", async () => {
    expect(await checkOf("interrupt-remapping", interrupts("IR-PCI-MSI-0000:01:00.0"))).toMatchObject({
      status: "pass",
      evidence: [{ file: "/proc/interrupts", line: null, text: "IR-PCI-MSI-0000 …" }],
    });
    const without = await checkOf("interrupt-remapping", interrupts("PCI-MSI 524288-edge"));
    expect(without).toMatchObject({
      status: "fail",
      fix: expect.stringContaining("allow_unsafe_interrupts=1"),
    });
  });

  test("is a warning where VFIO was told to do without", async () => {
    const file = "sys/module/vfio_iommu_type1/parameters/allow_unsafe_interrupts";
    const found = await checkOf("interrupt-remapping", { ...interrupts("PCI-MSI"), [file]: "Y\n" });
    expect(found.status).toBe("warn");
    expect(found.evidence.map((one) => one.file)).toContain(`/${file}`);
  });

  test.each<[string, Files]>([
    ["the module's word", { "sys/module/vfio_iommu_type1/parameters/allow_unsafe_interrupts": "Y\n" }],
    ["the kernel's line", started("vfio_iommu_type1.allow_unsafe_interrupts=1")],
    ["modprobe.d", { "etc/modprobe.d/unsafe.conf": "options vfio-iommu-type1 allow_unsafe_interrupts=1\n" }],
  ])("is not to be done without where the host has it, by %s", async (_, files) => {
    const found = await checkOf("interrupt-remapping", { ...interrupts("IR-PCI-MSI"), ...files });
    expect([found.status, found.fix]).toEqual(["warn", expect.stringContaining("Take allow_unsafe_")]);
    const no = { "sys/module/vfio_iommu_type1/parameters/allow_unsafe_interrupts": "N\n" };
    expect((await checkOf("interrupt-remapping", { ...interrupts("IR-PCI-MSI"), ...no })).status).toBe(
      "pass",
    );
  });

  test("is switched on again where the kernel's line has it off", async () => {
    const found = await checkOf("interrupt-remapping", started("quiet intremap=off"));
    expect(found).toMatchObject({ status: "fail", change: { add: [], remove: ["intremap=off"] } });
  });

  test("is unknown without the file, and with the IOMMU off", async () => {
    expect((await checkOf("interrupt-remapping", {})).detail).toContain("there is no /proc/interrupts");
    const off = { iommu: { enabled: false, kind: null, offeredByFirmware: true } };
    expect((await checkOf("interrupt-remapping", interrupts("PCI-MSI"), off)).status).toBe("unknown");
  });
});

describe("x2apic", () => {
  const cpu: Files = { "proc/cpuinfo": "flags\t: fpu vmx x2apic\n" };
  const refused = "DMAR-IR: x2apic is disabled because BIOS sets x2apic opt out bit.";

  test.each([
    ["used", log("Switched APIC routing to cluster x2apic."), 64, "pass"],
    ["not used on a small host", log(refused), 8, "pass"],
    ["not used on a large host", log(refused), 512, "warn"],
    ["not told of", log("Linux version 6.12.0"), 8, "unknown"],
    ["not looked at", {}, 8, "unknown"],
  ] as const)("is %s", async (_, files, threads, status) => {
    expect((await checkOf("x2apic", { ...cpu, ...files }, { threads })).status).toBe(status);
  });
});

describe("reserved-memory", () => {
  const regions = (text: string): Files => ({ "sys/kernel/iommu_groups/1/reserved_regions": text });
  const part = { groups: [group], devices: [gpu] };

  test("names the device that the firmware keeps memory with, and the line", async () => {
    const text = "0x000000007b800000 0x000000007fffffff direct\n0x00000000fee00000 0x00000000feefffff msi\n";
    const found = await checkOf("reserved-memory", regions(text), part);
    expect(found).toMatchObject({ status: "warn", detail: expect.stringContaining(gpu.address) });
    expect(found.evidence).toEqual([
      {
        file: "/sys/kernel/iommu_groups/1/reserved_regions",
        line: 1,
        text: "0x000000007b800000 0x000000007fffffff direct",
      },
    ]);
  });

  test("lets pass what may be let go, and says where nobody could look", async () => {
    const relaxable = regions("0x00000000df800000 0x00000000df9fffff direct-relaxable\n");
    expect((await checkOf("reserved-memory", relaxable, part)).status).toBe("pass");
    expect((await checkOf("reserved-memory", {}, part)).status).toBe("unknown");
  });
});

describe("kernel-log", () => {
  test.each([
    ["pass", log("DMAR: IOMMU enabled")],
    ["pass", log("DMAR: dmar0: Using Queued invalidation", "DMAR: No ATSR found")],
    ["pass", log("i915 0000:00:02.0: [drm] DMAR active, disabling use of stolen memory")],
    ["warn", log("DMAR: [Firmware Bug]: Your BIOS is broken; bad RMRR [0x1000-0x0fff]")],
    [
      "warn",
      log("quiet", "DMAR: [DMA Read NO_PASID] Request device [01:00.0] fault addr 0x0 [fault reason 0x06]"),
    ],
    ["warn", log("AMD-Vi: Event logged [IO_PAGE_FAULT device=0000:0b:00.0 domain=0x000e address=0x0]")],
    ["warn", log("[Firmware Bug]: AMD-Vi: IOAPIC[6] not in IVRS table")],
    ["unknown", log("Linux version 6.12.0")],
    ["unknown", {}],
  ] as const)("is %s", async (status, files) => {
    expect((await checkOf("kernel-log", files)).status).toBe(status);
  });

  test("is not told by the log that another kernel left", async () => {
    const found = await checkOf(
      "kernel-log",
      log("Linux version 5.10.0-8-amd64 (Debian)", "DMAR: IOMMU enabled"),
    );
    expect(found).toMatchObject({
      status: "unknown",
      detail: expect.stringContaining("another kernel's boot"),
    });
  });

  test("shows the line with its number", async () => {
    const line = "DMAR: [DMA Write] Request device [01:00.0] fault addr 1000";
    const { evidence } = await checkOf("kernel-log", log("Linux version 6.12.0", line));
    expect(evidence).toEqual([{ file: "/var/log/dmesg", line: 2, text: line }]);
  });
});

describe("acs", () => {
  const port = { ...gpu, address: "0000:00:01.0", class: "060400", driver: "pcieport" };
  /** A root port; @param control ACS's control register, null where it has none. */
  function configuration(control: number | null): Uint8Array {
    const view = new DataView(new ArrayBuffer(4096));
    view.setUint8(0x34, 0x50);
    view.setUint16(0x50, 0x7005, true);
    view.setUint16(0x70, 0x0010, true);
    view.setUint16(0x72, 0x0042, true);
    view.setUint32(0x100, 0x1401_0001, true);
    view.setUint32(0x140, control === null ? 0x0001_0019 : 0x0001_000d, true);
    view.setUint16(0x146, control ?? 0, true);
    return new Uint8Array(view.buffer);
  }

  test.each([
    ["on", 0x1d],
    ["off", 0x01],
    ["none", null],
  ] as const)("is %s by the port's configuration space, and by a record of it", (state, control) => {
    expect(acsOf(configuration(control))).toBe(state);
    expect(acsOf(portOutline(configuration(control)))).toBe(state);
  });

  test("is not told by the 64 bytes that everybody may read, nor by a loop", () => {
    expect(acsOf(configuration(0x1d).subarray(0, 64))).toBeNull();
    const looping = configuration(0x1d);
    looping[0x51] = 0x50;
    expect(acsOf(looping)).toBeNull();
    expect(portOutline(null)).toBeNull();
  });

  test("is unknown where no configuration space was read", async () => {
    expect((await checkOf("acs", {}, { devices: [port] })).status).toBe("unknown");
  });
});
