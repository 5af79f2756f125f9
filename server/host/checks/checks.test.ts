import { describe, expect, test } from "vitest";
import { treeOf } from "../tree.test-data";
import { type Check, type CheckId, checkIds } from "./check.schema";
import { type CheckSources, checkBatch } from "./check-sources";
import { hostChecks, setupOf } from "./host-checks";

type Files = Readonly<Record<string, string>>;
type Part = Partial<Omit<CheckSources, "files" | "setup">> & { bootLoader?: string; initramfs?: string };

/** A host that is ready in all respects, apart from what is asked for. */
async function sourcesOf(files: Files, { bootLoader, initramfs, ...part }: Part = {}): Promise<CheckSources> {
  const found = await (await treeOf(files)).readMany(checkBatch);
  const boot = { bootLoader: bootLoader ?? "grub", initramfs: initramfs ?? "initramfs-tools" };
  return {
    files: found,
    moduleOptions: "",
    setup: setupOf(found, boot),
    cpuVendor: "intel",
    memoryBytes: 32 * 1024 ** 3,
    iommu: { enabled: true, kind: "intel", offeredByFirmware: true },
    groups: [],
    devices: [],
    ...part,
  };
}

async function check(id: CheckId, files: Files, part: Part = {}): Promise<Check> {
  const found = hostChecks(await sourcesOf(files, part)).find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`${id} was not checked`);
  return found;
}

const debian = { "etc/os-release": 'ID=debian\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n' };
const fedora = { "etc/os-release": "ID=fedora\n" };
const manjaro = { "etc/os-release": "ID=manjaro\nID_LIKE=arch\n" };

test("answers every check once, in order, and knows nothing of an empty folder", async () => {
  const checks = hostChecks(
    await sourcesOf({}, { iommu: { enabled: false, kind: null, offeredByFirmware: null } }),
  );
  expect(checks.map(({ id }) => id)).toEqual([...checkIds]);
  expect(Object.fromEntries(checks.map(({ id, status }) => [id, status]))).toEqual({
    "cpu-virtualization": "unknown",
    "kvm-device": "unknown",
    "iommu-firmware": "unknown",
    "iommu-kernel": "fail",
    "iommu-groups": "fail",
    "vfio-modules": "unknown",
    "vfio-early-binding": "pass",
    hugepages: "unknown",
    ovmf: "unknown",
    libvirt: "unknown",
    memlock: "unknown",
  });
});

describe("cpu-virtualization", () => {
  test.each<[string, string, "intel" | "amd", Check["status"], RegExp | null]>([
    ["Intel's flag", "fpu vmx sse", "intel", "pass", null],
    ["AMD's flag", "fpu svm sse", "amd", "pass", null],
    ["no flag", "fpu sse", "amd", "fail", /SVM Mode/],
    ["no flag in a VM", "fpu hypervisor", "intel", "fail", /nested/],
  ])("with %s", async (_, flags, cpuVendor, status, fix) => {
    const found = await check("cpu-virtualization", { "proc/cpuinfo": `flags\t: ${flags}\n` }, { cpuVendor });
    expect(found.status).toBe(status);
    if (fix === null) expect(found.fix).toBeNull();
    else expect(found.fix).toMatch(fix);
  });
});

describe("kvm-device", () => {
  test("tells a missing device from a host that was not asked", async () => {
    expect((await check("kvm-device", { "dev/kvm": "" })).status).toBe("pass");
    const missing = await check("kvm-device", { "dev/null": "" }, { cpuVendor: "amd" });
    expect(missing).toMatchObject({ status: "fail", fix: expect.stringContaining("modprobe kvm_amd") });
  });
});

describe("iommu-kernel", () => {
  const off = { iommu: { enabled: false, kind: null, offeredByFirmware: true } };

  test.each<[string, Files, Part, string]>([
    [
      "Debian with GRUB",
      debian,
      {},
      "Append intel_iommu=on to GRUB_CMDLINE_LINUX_DEFAULT in /etc/default/grub and run “update-grub”, then reboot.",
    ],
    ["Fedora", fedora, {}, "Run “grubby --update-kernel=ALL --args=intel_iommu=on”, then reboot."],
    [
      "Arch's kin with GRUB",
      manjaro,
      { bootLoader: "grub" },
      "Append intel_iommu=on to GRUB_CMDLINE_LINUX_DEFAULT in /etc/default/grub and run “grub-mkconfig -o /boot/grub/grub.cfg”, then reboot.",
    ],
    [
      "Arch with systemd-boot",
      manjaro,
      { bootLoader: "systemd-boot" },
      "Append intel_iommu=on to the options line of the entry in /boot/loader/entries, then reboot.",
    ],
    [
      "Proxmox on ZFS",
      { ...debian, "etc/pve/x": "", "etc/kernel/cmdline": "" },
      { bootLoader: "systemd-boot" },
      "Append intel_iommu=on to /etc/kernel/cmdline and run “proxmox-boot-tool refresh”, then reboot.",
    ],
    [
      "NixOS",
      { "etc/os-release": "ID=nixos\n" },
      { bootLoader: "systemd-boot" },
      "Append intel_iommu=on to boot.kernelParams in configuration.nix and run “nixos-rebuild boot”, then reboot.",
    ],
    [
      "Pop!_OS",
      { "etc/os-release": "ID=pop\nID_LIKE='ubuntu debian'\n" },
      { bootLoader: "systemd-boot" },
      "Run “kernelstub -a intel_iommu=on”, then reboot.",
    ],
  ])("is switched on by what %s uses", async (_, files, part, fix) => {
    expect(await check("iommu-kernel", files, { ...off, ...part })).toMatchObject({ status: "fail", fix });
  });

  test("names the parameter that switches it off", async () => {
    const found = await check("iommu-kernel", { ...debian, "proc/cmdline": "quiet intel_iommu=off\n" }, off);
    expect(found.fix).toMatch(/^Remove intel_iommu=off from GRUB_CMDLINE_LINUX_DEFAULT .+update-grub/);
  });

  test("is for the firmware first where that offers none", async () => {
    const iommu = { enabled: false, kind: null, offeredByFirmware: false };
    expect((await check("iommu-firmware", {}, { iommu })).fix).toMatch(/Intel VT-d/);
    expect((await check("iommu-kernel", {}, { iommu })).fix).toMatch(/firmware setup/);
  });

  test("passes by its groups, whatever the command line says", async () => {
    expect((await check("iommu-kernel", { "proc/cmdline": "quiet\n" })).detail).toBe(
      "The kernel uses Intel VT-d.",
    );
  });
});

describe("iommu-groups", () => {
  test("names groups that cards share, but not a hundred of them", async () => {
    const groups = Array.from({ length: 100 }, (_, id) => ({
      id,
      devices: [`0000:0${id % 10}:00.0`],
      isolated: id > 9,
    }));
    const found = await check("iommu-groups", {}, { groups });
    expect(found.status).toBe("warn");
    expect(found.detail).toContain("group 3 (0000:03:00.0) and 6 more: ");
  });
});

describe("vfio-modules", () => {
  test("passes for loaded and for built-in modules", async () => {
    const loaded = { "proc/modules": "vfio_pci 16384 0\nvfio_iommu_type1 1 0\n" };
    expect((await check("vfio-modules", loaded)).status).toBe("pass");
    const builtIn = { "sys/module/vfio_pci/x": "", "sys/module/vfio_iommu_type1/x": "" };
    expect((await check("vfio-modules", builtIn)).status).toBe("pass");
  });

  test("names what is missing", async () => {
    const found = await check("vfio-modules", { "proc/modules": "vfio_pci 16384 0\n" });
    expect(found).toMatchObject({ status: "fail", detail: "Not loaded: vfio-iommu-type1." });
  });
});

describe("vfio-early-binding", () => {
  const gpu = {
    address: "0000:01:00.0",
    class: "030000",
    vendorId: "10de",
    deviceId: "1381",
    driver: "vfio-pci",
  };
  const twin = { ...gpu, address: "0000:02:00.0", driver: "nouveau" };

  test.each<[string, Files, Part]>([
    ["the command line", { "proc/cmdline": "vfio-pci.ids=8086:1,10DE:1381\n" }, {}],
    ["modprobe's options", {}, { moduleOptions: "# x\noptions vfio-pci disable_vga=1 ids=10de:1381\n" }],
    ["driverctl", { "etc/driverctl.d/pci-0000:01:00.0": "" }, {}],
  ])("passes for what %s binds", async (_, files, part) => {
    expect((await check("vfio-early-binding", files, { ...part, devices: [gpu] })).status).toBe("pass");
  });

  test("tells how to bind at every start", async () => {
    const found = await check("vfio-early-binding", debian, { devices: [gpu] });
    expect(found.status).toBe("warn");
    expect(found.fix).toMatch(/“options vfio-pci ids=10de:1381” .+ run “update-initramfs -u” and reboot/);
  });

  test("binds by address where a twin stays with the host", async () => {
    const found = await check("vfio-early-binding", debian, { devices: [gpu, twin] });
    expect(found.fix).toContain("driverctl set-override 0000:01:00.0 vfio-pci");
  });

  test("tells that the host's driver was faster", async () => {
    const files = { "proc/cmdline": "vfio-pci.ids=10de:1381\n" };
    const found = await check("vfio-early-binding", files, { devices: [twin], initramfs: "dracut" });
    expect(found.detail).toContain("0000:02:00.0 (nouveau)");
    expect(found.fix).toBe(
      "Add “softdep nouveau pre: vfio-pci” to /etc/modprobe.d/vfio.conf, run “dracut --force” and reboot.",
    );
  });
});

describe("what guests need", () => {
  test("has huge pages set aside, made by the kernel, or neither", async () => {
    expect((await check("hugepages", { "proc/sys/vm/nr_hugepages": "512\n" })).status).toBe("pass");
    const transparent = "sys/kernel/mm/transparent_hugepage/enabled";
    expect((await check("hugepages", { [transparent]: "always [madvise] never\n" })).status).toBe("pass");
    expect((await check("hugepages", { [transparent]: "always madvise [never]\n" })).status).toBe("warn");
  });

  test("has firmware, or the name of its package", async () => {
    expect((await check("ovmf", { "usr/share/OVMF/OVMF_CODE_4M.fd": "" })).status).toBe("pass");
    expect((await check("ovmf", { ...debian, "run/x": "" })).fix).toBe("Run “apt install ovmf”.");
    expect((await check("ovmf", { ...fedora, "run/x": "" })).fix).toBe("Run “dnf install edk2-ovmf”.");
    expect((await check("ovmf", { "run/x": "" })).fix).toBe(
      "Install the distribution's package of OVMF (edk2).",
    );
  });

  test("has libvirt listening, installed, or not at all", async () => {
    expect((await check("libvirt", { "run/libvirt/libvirt-sock": "" })).status).toBe("pass");
    const stopped = await check("libvirt", { "run/x": "", "usr/sbin/virtqemud": "" });
    expect(stopped).toMatchObject({ status: "fail", fix: "Run “systemctl enable --now virtqemud.socket”." });
    expect((await check("libvirt", { ...manjaro, "run/x": "" })).fix).toBe(
      "Run “pacman -S libvirt qemu-desktop”.",
    );
  });

  test("may lock memory unless it is a container without the right to", async () => {
    const limits = (hard: string) =>
      `Limit Soft Hard Units\nMax locked memory         8388608              ${hard}   bytes\n`;
    const memlock = async (capabilities: string, hard: string) =>
      check("memlock", {
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
