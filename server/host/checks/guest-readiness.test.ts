import { describe, expect, test } from "vitest";
import type { Check } from "./check.schema";
import { checkOf, debianFiles, type Files, started } from "./checks.test-data";
import { firmwareMenu } from "./firmware-menus";

const here = { ...debianFiles, "run/x": "" };

describe("what the CPU does", () => {
  const flags = (text: string): Files => ({ "proc/cpuinfo": `processor\t: 0\nflags\t\t: ${text}\n` });
  const log = (line: string): Files => ({ "var/log/dmesg": `Linux version 6.12.0\n${line}\n` });
  const noTables = { iommu: { enabled: false, kind: null, offeredByFirmware: false } };

  test.each<[string, Files, RegExp]>([
    [
      "Intel's, by the log",
      { ...flags("fpu sse"), ...log("x86/cpu: VMX (outside TXT) disabled by BIOS") },
      /firmware has turned it off/,
    ],
    [
      "AMD's, which keeps its flag",
      { ...flags("fpu svm"), ...log("kvm_amd: SVM disabled (by BIOS) in MSR_VM_CR on CPU 0") },
      /firmware has turned it off/,
    ],
    ["nobody's", flags("fpu sse"), /turned off or not supported/],
  ])("present but off is told apart: %s", async (_, files, detail) => {
    const found = await checkOf("cpu-virtualization", files, noTables);
    expect(found).toMatchObject({ status: "fail", detail: expect.stringMatching(detail) });
  });

  test("is present where the board has tables for it", async () => {
    const offered = { iommu: { enabled: false, kind: null, offeredByFirmware: true } };
    const board: Files = { "sys/class/dmi/id/board_vendor": "Gigabyte Technology Co., Ltd.\n" };
    const found = await checkOf(
      "cpu-virtualization",
      { ...flags("fpu"), ...board },
      { ...offered, cpuVendor: "amd" },
    );
    expect(found.detail).toBe("The CPU has it, but the firmware has turned it off.");
    expect(found.fix).toContain(
      "Gigabyte Technology Co., Ltd. has it at Tweaker → Advanced CPU Settings → SVM Mode.",
    );
  });

  test("nested virtualization", async () => {
    const file = "sys/module/kvm_intel/parameters/nested";
    expect(await checkOf("nested", { [file]: "Y\n" })).toMatchObject({ status: "pass", fix: null });
    expect((await checkOf("nested", { [file]: "N\n" })).fix).toContain("options kvm_intel nested=1");
    expect((await checkOf("nested", {})).status).toBe("unknown");
  });

  test.each<[string, string, string, Check["status"]]>([
    ["as asked", "isolcpus=2-7", "2-7", "pass"],
    ["with flags and the last CPU", "isolcpus=managed_irq,domain,2-N", "2-7", "pass"],
    ["dropped whole", "isolcpus=0-7", "", "warn"],
    ["not asked for", "quiet", "", "pass"],
  ])("CPUs are isolated %s", async (_, line, isolated, status) => {
    const folder = "sys/devices/system/cpu";
    const files = {
      ...started(line),
      [`${folder}/isolated`]: `${isolated}\n`,
      [`${folder}/online`]: "0-7\n",
    };
    expect((await checkOf("isolated-cpus", files)).status).toBe(status);
  });
});

describe("what guests are given", () => {
  test("firmware with Secure Boot, by its file or QEMU's description", async () => {
    const file = { "usr/share/OVMF/OVMF_CODE_4M.ms.fd": "" };
    expect((await checkOf("ovmf-secure-boot", file)).status).toBe("pass");
    const told = { "usr/share/qemu/firmware/40-edk2.json": '{ "features": [ "secure-boot" ] }' };
    expect((await checkOf("ovmf-secure-boot", told)).status).toBe("pass");
    expect((await checkOf("ovmf-secure-boot", here)).fix).toBe("Run “apt install ovmf”.");
    expect((await checkOf("ovmf-secure-boot", {})).status).toBe("unknown");
  });

  test("a TPM takes both of swtpm's programs", async () => {
    const program = { "usr/bin/swtpm": "" };
    expect((await checkOf("swtpm", { ...program, "usr/bin/swtpm_setup": "" })).status).toBe("pass");
    expect((await checkOf("swtpm", { ...here, ...program })).detail).toContain("swtpm_setup");
    expect((await checkOf("swtpm", here)).fix).toBe("Run “apt install swtpm swtpm-tools”.");
    expect((await checkOf("swtpm", {})).status).toBe("unknown");
  });

  test("versions, by what libvirt found", async () => {
    const cache = (qemu: number, libvirt: number): Files => ({
      "var/cache/libvirt/qemu/capabilities/ab.xml": `<qemuCaps>\n<emulator>/usr/bin/qemu-system-x86_64</emulator>\n<selfvers>${libvirt}</selfvers>\n<version>${qemu}</version>\n</qemuCaps>`,
    });
    expect(await checkOf("versions", cache(7_002_017, 9_000_000))).toMatchObject({
      status: "pass",
      detail: "QEMU 7.2.17, libvirt 9.0.0.",
      evidence: [{ line: 4 }],
    });
    expect((await checkOf("versions", cache(4_002_000, 6_000_000))).status).toBe("warn");
    expect((await checkOf("versions", {})).status).toBe("unknown");
  });

  test.each<[string, string, Check["status"]]>([
    ["a list without VFIO", 'cgroup_device_acl = [\n  "/dev/null"\n]\n', "fail"],
    ["a list with it", 'cgroup_device_acl = [ "/dev/null", "/dev/vfio/vfio" ]\n', "pass"],
    ["root", 'user = "root"\n', "warn"],
    ["comments alone", '#user = "root"\n', "pass"],
  ])("QEMU's rights: %s", async (_, text, status) => {
    expect((await checkOf("qemu-rights", { "etc/libvirt/qemu.conf": text })).status).toBe(status);
  });

  test("QEMU's rights are libvirt's own without a file, and unknown without libvirt", async () => {
    expect((await checkOf("qemu-rights", { "etc/libvirt/libvirtd.conf": "" })).status).toBe("pass");
    expect((await checkOf("qemu-rights", {})).status).toBe("unknown");
  });
});

describe("how the host boots", () => {
  const lockdown = (mode: string): Files => ({ "sys/kernel/security/lockdown": `none [${mode}]\n` });
  const variable = "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c";

  test.each<[string, Files, Check["status"], RegExp]>([
    ["on", { [variable]: "\u0006\0\0\0\u0001", ...lockdown("integrity") }, "pass", /is on.*integrity/],
    ["off", { [variable]: "\u0006\0\0\0\0" }, "pass", /is off/],
    ["locked down", lockdown("confidentiality"), "warn", /confidentiality/],
    ["not there without UEFI", { ...here, "sys/firmware/acpi/x": "" }, "pass", /not started by UEFI/],
    ["not looked at", { "sys/firmware/acpi/x": "" }, "unknown", /Not looked at/],
  ])("Secure Boot is %s", async (_, files, status, detail) => {
    const found = await checkOf("secure-boot", files);
    expect(found).toMatchObject({ status, detail: expect.stringMatching(detail) });
  });

  test("boot loader and initial RAM disk", async () => {
    expect((await checkOf("boot-loader", debianFiles)).detail).toBe(
      "GRUB; the kernel line is kept in /etc/default/grub.",
    );
    expect((await checkOf("initramfs", debianFiles)).detail).toContain("initramfs-tools");
    expect((await checkOf("boot-loader", {})).status).toBe("unknown");
    expect((await checkOf("initramfs", {})).status).toBe("unknown");
  });

  const kernelModules = {
    "lib/modules/6.12.0/modules.dep":
      "kernel/drivers/vfio/vfio.ko.zst:\nkernel/drivers/vfio/pci/vfio-pci.ko.zst: kernel/drivers/vfio/vfio.ko.zst\n",
    "lib/modules/6.12.0/modules.builtin": "kernel/drivers/vfio/vfio_iommu_type1.ko\n",
  };
  test.each([
    ["etc/mkinitcpio.conf", "# vfio_virqfd\nMODULES=(vfio_pci vfio vfio_iommu_type1 vfio_virqfd)\n", 2],
    ["etc/mkinitcpio.conf.d/vfio.conf", "MODULES+=(vfio_pci\n  vfio_virqfd)\n", 2],
    ["etc/dracut.conf.d/vfio.conf", 'add_drivers+="vfio vfio_iommu_type1 vfio_pci vfio_virqfd"\n', 1],
    ["etc/booster.yaml", "modules_force_load: vfio,vfio_pci,vfio_virqfd\n", 1],
    ["etc/initramfs-tools/modules", "vfio\nvfio-pci ids=10de:1381\nvfio-virqfd\n", 3],
    ["etc/modules-load.d/vfio.conf", "vfio_virqfd\n", 1],
  ])("%s names a module that the kernel has no more", async (path, text, line) => {
    const found = await checkOf("initramfs", { ...debianFiles, ...kernelModules, [path]: text });
    expect(found).toMatchObject({
      status: "warn",
      evidence: [{ file: `/${path}`, line }],
      change: { removeModules: ["vfio_virqfd"] },
    });
    // Nobody knows what that kernel has, or it has the module.
    expect((await checkOf("initramfs", { ...debianFiles, [path]: text })).status).toBe("pass");
    const older = {
      ...kernelModules,
      "lib/modules/6.12.0/modules.builtin":
        "kernel/drivers/vfio/vfio_virqfd.ko\nkernel/drivers/vfio/vfio_iommu_type1.ko\n",
    };
    expect((await checkOf("initramfs", { ...debianFiles, ...older, [path]: text })).status).toBe("pass");
  });

  test("what all lists name is there, in a path, a comment or a hook's option it is no module", async () => {
    const text = "# vfio_virqfd\nMODULES=(vfio_pci vfio)\nFILES=(/etc/vfio_virqfd.conf)\nvfio_some=1\n";
    const files = { ...debianFiles, ...kernelModules, "etc/mkinitcpio.conf": text };
    expect((await checkOf("initramfs", files)).status).toBe("pass");
  });
});

describe("firmwareMenu", () => {
  test.each([
    ["ASUSTeK COMPUTER INC.", "iommu", "intel", "Advanced → System Agent (SA) Configuration → VT-d"],
    ["ASRock", "iommu", "amd", "Advanced → AMD CBS → NBIO Common Options → IOMMU"],
    ["Gigabyte Technology Co., Ltd.", "above-4g", "intel", "Settings → IO Ports → Above 4G Decoding"],
    ["Micro-Star International Co., Ltd.", "virtualization", "amd", "OC → CPU Features → SVM Mode"],
  ] as const)("of %s has %s", (maker, setting, vendor, place) => {
    expect(firmwareMenu([null, maker], setting, vendor)).toBe(place);
  });

  test.each(["Supermicro", "Dell Inc.", "HP", "Hewlett-Packard", "HPE", "LENOVO"])("knows %s", (maker) => {
    expect(firmwareMenu([maker], "iommu", "intel")).not.toBeNull();
  });

  test("says nothing of a maker that it does not know", () => {
    expect(firmwareMenu(["Shenzhen Meigao", null], "iommu", "intel")).toBeNull();
  });
});

describe("Looking Glass", () => {
  const shared = { "etc/tmpfiles.d/10-looking-glass.conf": "f /dev/shm/looking-glass 0660 ada kvm -\n" };
  const module = {
    "dev/kvmfr0": "",
    "sys/module/kvmfr/parameters/static_size_mb": "64\n",
    "etc/modules-load.d/kvmfr.conf": "kvmfr\n",
    "etc/udev/rules.d/99-kvmfr.rules": 'SUBSYSTEM=="kvmfr", OWNER="ada", GROUP="kvm", MODE="0660"\n',
    "etc/libvirt/qemu.conf": 'cgroup_device_acl = ["/dev/vfio/vfio", "/dev/kvmfr0"]\n',
  };

  test.each<[string, Files, Check["status"], RegExp]>([
    ["not asked for", { "etc/tmpfiles.d/x.conf": "" }, "pass", /^Nothing is set up/],
    ["not to be looked at", {}, "unknown", /^Not looked at/],
    ["in place by a file", { ...shared, "dev/shm/looking-glass": "" }, "pass", /in place for ada/],
    ["without its file", shared, "warn", /is not there/],
    ["in place by the module", module, "pass", /in place for ada/],
    [
      "without what lets QEMU open it",
      {
        ...module,
        "etc/libvirt/qemu.conf": 'user = "qemu"\n',
        "sys/module/apparmor/parameters/enabled": "Y\n",
      },
      "warn",
      /cgroup_device_acl.*AppArmor/,
    ],
    [
      "for this start alone",
      { "dev/kvmfr0": "", "sys/module/kvmfr/x": "" },
      "warn",
      /after the next start.*No rule/,
    ],
  ])("is %s", async (_, files, status, detail) => {
    const found = await checkOf("looking-glass", files);
    expect(found).toMatchObject({ status, detail: expect.stringMatching(detail) });
    expect(found.fix === null).toBe(status !== "warn");
  });
});
