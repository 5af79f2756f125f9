import { describe, expect, test } from "vitest";
import { checkOf, debianFiles, type Files, gpu, started } from "./checks.test-data";

const log = (...lines: string[]): Files => ({ "var/log/dmesg": `${lines.join("\n")}\n` });
const boot = { ...gpu, bootVga: true };
const hostGpu = { ...gpu, address: "0000:02:00.0", driver: "amdgpu" };

describe("above-4g", () => {
  const windows = (unassigned: boolean) => [
    { index: 0, bytes: 16 * 1024 ** 2, space: "memory" as const },
    {
      index: 2,
      bytes: 16 * 1024 ** 3,
      space: "memory" as const,
      ...(unassigned ? { unassigned: true as const } : {}),
    },
  ];

  test("fails for a GPU's window, with the board's own menu", async () => {
    const files = { ...debianFiles, "sys/class/dmi/id/board_vendor": "ASUSTeK COMPUTER INC.\n" };
    const found = await checkOf("above-4g", files, { devices: [{ ...gpu, bars: windows(true) }] });
    expect(found).toMatchObject({
      status: "fail",
      detail: "Memory windows without an address: 0000:01:00.0 (16 GiB).",
      fix: expect.stringMatching(/Above 4G Decoding.*Boot → Above 4G Decoding[\s\S]*pci=realloc/),
      change: { add: ["pci=realloc"] },
    });
    expect(found.evidence).toMatchObject([{ file: "/sys/bus/pci/devices/0000:01:00.0/resource", line: 3 }]);
  });

  test("passes where all have one, and knows nothing of none", async () => {
    expect((await checkOf("above-4g", {}, { devices: [{ ...gpu, bars: windows(false) }] })).status).toBe(
      "pass",
    );
    expect((await checkOf("above-4g", {}, { devices: [gpu] })).status).toBe("unknown");
  });
});

describe("first-driver", () => {
  test("names who had a reserved card before vfio-pci", async () => {
    const files = log(
      "[1.1] pci 0000:01:00.0: vgaarb: setting as boot VGA device",
      "[2.1] nouveau 0000:01:00.0: NVIDIA GM107",
      "[4.1] vfio-pci 0000:01:00.0: vgaarb: VGA decodes changed",
    );
    const found = await checkOf("first-driver", { ...debianFiles, ...files }, { devices: [gpu] });
    expect(found).toMatchObject({
      status: "warn",
      detail: "Before vfio-pci, nouveau had 0000:01:00.0.",
      fix: expect.stringContaining("softdep nouveau pre: vfio-pci"),
      evidence: [{ file: "/var/log/dmesg", line: 2 }],
      change: { vfioAddresses: [gpu.address] },
    });
  });

  test.each<[string, Files, string]>([
    ["vfio-pci itself", log("vfio-pci 0000:01:00.0: vgaarb: VGA decodes changed"), "pass"],
    ["nobody, by the log", log("Linux version 6.12.0"), "unknown"],
    ["nobody knows", {}, "unknown"],
  ])("is %s", async (_, files, status) => {
    expect((await checkOf("first-driver", files, { devices: [gpu] })).status).toBe(status);
  });
});

describe("framebuffer", () => {
  const efi: Files = { "proc/fb": "0 EFI VGA\n" };

  test.each([
    ["5.10.0", "video=efifb:off"],
    ["6.12.0", "initcall_blacklist=sysfb_init"],
  ])("of the firmware's on a reserved card is taken away on Linux %s by %s", async (kernel, parameter) => {
    const found = await checkOf("framebuffer", { ...debianFiles, ...efi }, { kernel, devices: [boot] });
    expect(found).toMatchObject({ status: "fail", change: { add: [parameter] } });
    expect(found.evidence[0]).toEqual({ file: "/proc/fb", line: 1, text: "0 EFI VGA" });
  });

  test("does not ask for a parameter that is there and did not help", async () => {
    const files = { ...started("initcall_blacklist=sysfb_init"), "proc/fb": "0 EFI VGA\n" };
    const found = await checkOf("framebuffer", files, { devices: [boot] });
    expect(found).toMatchObject({ status: "fail", change: null });
  });

  test("of simpledrm, which came up all the same, is kept from starting itself", async () => {
    const simple = { "proc/fb": "0 simpledrmdrmfb\n" };
    const driver = "initcall_blacklist=simpledrm_platform_driver_init";
    const first = await checkOf("framebuffer", simple, { devices: [boot] });
    expect(first.change?.add).toEqual(["initcall_blacklist=sysfb_init"]);
    const files = { ...started("initcall_blacklist=sysfb_init"), ...simple };
    expect((await checkOf("framebuffer", files, { devices: [boot] })).change?.add).toEqual([driver]);
    const both = { ...started(`initcall_blacklist=sysfb_init,${driver.split("=")[1]}`), ...simple };
    expect((await checkOf("framebuffer", both, { devices: [boot] })).change).toBeNull();
  });

  test("sees the firmware's by the kernel's map of memory, whoever may see its addresses", async () => {
    const files = { "proc/fb": "", "proc/iomem": "00000000-00000000 : PCI\n  00000000-00000000 : BOOTFB\n" };
    const found = await checkOf("framebuffer", files, { devices: [boot] });
    expect(found).toMatchObject({ status: "fail", evidence: [{ file: "/proc/iomem", line: 2 }] });
  });

  test("is as it should be on the host's own card, and unknown without a list", async () => {
    expect((await checkOf("framebuffer", efi, { devices: [hostGpu] })).status).toBe("pass");
    expect((await checkOf("framebuffer", {}, { devices: [boot] })).status).toBe("unknown");
  });
});

describe("vfio-modules", () => {
  const list = "lib/modules/6.12.0/modules.dep";

  test("tells a module that can be loaded from one that the kernel does not have", async () => {
    const modules = { "proc/modules": "kvm 1 0\n" };
    const both =
      "kernel/drivers/vfio/pci/vfio-pci.ko.zst: kernel/drivers/vfio/vfio.ko.zst\nkernel/drivers/vfio/vfio_iommu_type1.ko.zst:\n";
    const loadable = await checkOf("vfio-modules", { ...modules, [list]: both });
    expect(loadable.detail).toBe("Not loaded: vfio-pci, vfio-iommu-type1. They can be loaded.");
    expect(loadable.change?.loadModules).toEqual(["vfio_pci", "vfio_iommu_type1"]);
    expect(loadable.evidence.map(({ line }) => line)).toEqual([1, 2]);
    const none = await checkOf("vfio-modules", { ...modules, [list]: "kernel/fs/xfs/xfs.ko:\n" });
    expect(none).toMatchObject({ status: "fail", detail: expect.stringContaining("does not have vfio-pci") });
  });
});

describe("ksm", () => {
  const on: Files = { "sys/kernel/mm/ksm/run": "1\n" };

  test("is in vain beside reserved devices", async () => {
    expect((await checkOf("ksm", on, { devices: [gpu] })).status).toBe("warn");
    expect((await checkOf("ksm", on, { devices: [hostGpu] })).status).toBe("pass");
    expect((await checkOf("ksm", { "sys/kernel/mm/ksm/run": "0\n" }, { devices: [gpu] })).status).toBe(
      "pass",
    );
    expect((await checkOf("ksm", {})).status).toBe("unknown");
  });
});

describe("default-target", () => {
  test("is unknown without systemd's link", async () => {
    expect((await checkOf("default-target", {}, { devices: [gpu] })).status).toBe("unknown");
  });
});
