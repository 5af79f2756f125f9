import { describe, expect, test } from "vitest";
import { type Check, checkIds } from "./check.schema";
import { checkOf, checksOf } from "./checks.test-data";

const debian = { "etc/os-release": 'ID=debian\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n' };
const fedora = { "etc/os-release": "ID=fedora\n" };
const manjaro = { "etc/os-release": "ID=manjaro\nID_LIKE=arch\n" };

test("answers every check once, in order, and knows nothing of an empty folder", async () => {
  const checks = await checksOf({}, { iommu: { enabled: false, kind: null, offeredByFirmware: null } });
  expect(checks.map(({ id }) => id)).toEqual([...checkIds]);
  const known = checks.filter(({ status }) => status !== "unknown").map(({ id, status }) => [id, status]);
  expect(Object.fromEntries(known)).toEqual({
    "iommu-kernel": "fail",
    "iommu-groups": "fail",
    // Nothing is bound, so nothing can be lost.
    "vfio-early-binding": "pass",
    "first-driver": "pass",
  });
});

describe("cpu-virtualization", () => {
  test.each<[string, string, "intel" | "amd", Check["status"], RegExp | null]>([
    ["Intel's flag", "fpu vmx sse", "intel", "pass", null],
    ["AMD's flag", "fpu svm sse", "amd", "pass", null],
    ["no flag", "fpu sse", "amd", "fail", /SVM Mode/],
    ["no flag in a VM", "fpu hypervisor", "intel", "fail", /nested/],
  ])("with %s", async (_, flags, cpuVendor, status, fix) => {
    const found = await checkOf(
      "cpu-virtualization",
      { "proc/cpuinfo": `flags\t: ${flags}\n` },
      { cpuVendor },
    );
    expect(found.status).toBe(status);
    if (fix === null) expect(found.fix).toBeNull();
    else expect(found.fix).toMatch(fix);
  });
});

describe("kvm-device", () => {
  test("tells a missing device from a host that was not asked", async () => {
    expect((await checkOf("kvm-device", { "dev/kvm": "" })).status).toBe("pass");
    const missing = await checkOf("kvm-device", { "dev/null": "" }, { cpuVendor: "amd" });
    expect(missing).toMatchObject({ status: "fail", fix: expect.stringContaining("modprobe kvm_amd") });
  });
});

describe("vfio-modules", () => {
  test("passes for loaded and for built-in modules", async () => {
    const loaded = { "proc/modules": "vfio_pci 16384 0\nvfio_iommu_type1 1 0\n" };
    expect((await checkOf("vfio-modules", loaded)).status).toBe("pass");
    const builtIn = { "sys/module/vfio_pci/x": "", "sys/module/vfio_iommu_type1/x": "" };
    expect((await checkOf("vfio-modules", builtIn)).status).toBe("pass");
  });

  test("names what is missing", async () => {
    const found = await checkOf("vfio-modules", { "proc/modules": "vfio_pci 16384 0\n" });
    expect(found).toMatchObject({ status: "fail", detail: "Not loaded: vfio-iommu-type1." });
  });
});

describe("what guests need", () => {
  test("has firmware, or the name of its package", async () => {
    expect((await checkOf("ovmf", { "usr/share/OVMF/OVMF_CODE_4M.fd": "" })).status).toBe("pass");
    expect((await checkOf("ovmf", { ...debian, "run/x": "" })).fix).toBe("Run “apt install ovmf”.");
    expect((await checkOf("ovmf", { ...fedora, "run/x": "" })).fix).toBe("Run “dnf install edk2-ovmf”.");
    expect((await checkOf("ovmf", { "run/x": "" })).fix).toBe(
      "Install the distribution's package of OVMF (edk2).",
    );
  });

  test("has libvirt listening, installed, or not at all", async () => {
    expect((await checkOf("libvirt", { "run/libvirt/libvirt-sock": "" })).status).toBe("pass");
    const stopped = await checkOf("libvirt", { "run/x": "", "usr/sbin/virtqemud": "" });
    expect(stopped).toMatchObject({ status: "fail", fix: "Run “systemctl enable --now virtqemud.socket”." });
    expect((await checkOf("libvirt", { ...manjaro, "run/x": "" })).fix).toBe(
      "Run “pacman -S libvirt qemu-desktop”.",
    );
  });

  test("may lock memory unless it is a container without the right to", async () => {
    const limits = (hard: string) =>
      `Limit Soft Hard Units\nMax locked memory         8388608              ${hard}   bytes\n`;
    const memlock = async (capabilities: string, hard: string) =>
      checkOf("memlock", {
        "proc/self/status": `CapBnd:\t${capabilities}\n`,
        "proc/self/limits": limits(hard),
      });
    expect((await memlock("000001ffffffffff", "8388608")).status).toBe("pass");
    expect((await memlock("00000000a80425fb", "unlimited")).status).toBe("pass");
    const limited = await memlock("00000000a80425fb", "8388608");
    expect(limited).toMatchObject({ status: "fail", fix: expect.stringContaining("memlock=-1") });
    expect(limited.detail).toContain("8 MiB");
  });
});
