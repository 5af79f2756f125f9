import { describe, expect, test } from "vitest";
import { checkOf, debianFiles, type Files, gpu, type Part, started } from "./checks.test-data";

const off = { iommu: { enabled: false, kind: null, offeredByFirmware: true } };
const os = (id: string) => ({ "etc/os-release": `ID=${id}\n` });
const inDefaults = "GRUB_CMDLINE_LINUX_DEFAULT in /etc/default/grub and run “update-grub”, then reboot.";

describe("iommu-kernel", () => {
  test.each<[string, Files, string]>([
    ["Debian with GRUB", debianFiles, `Append intel_iommu=on to ${inDefaults}`],
    [
      "Fedora",
      { ...os("fedora"), "boot/grub2/grub.cfg": "" },
      "Run “grubby --update-kernel=ALL --args=intel_iommu=on”, then reboot.",
    ],
    [
      "Silverblue",
      { ...os("fedora"), "run/ostree-booted": "" },
      "Run “rpm-ostree kargs --append-if-missing=intel_iommu=on”, then reboot.",
    ],
    [
      "Arch with entries by hand",
      { ...os("arch"), "boot/loader/entries/arch.conf": "" },
      "Append intel_iommu=on to the options line of each entry /boot/loader/entries/*.conf, then reboot.",
    ],
    [
      "Proxmox on ZFS",
      { "etc/pve/x": "", "boot/efi/loader/loader.conf": "", "etc/kernel/proxmox-boot-uuids": "1\n" },
      "Append intel_iommu=on to the first line of /etc/kernel/cmdline and run “proxmox-boot-tool refresh”, then reboot.",
    ],
    [
      "NixOS",
      os("nixos"),
      "Append intel_iommu=on to boot.kernelParams in configuration.nix and run “nixos-rebuild boot”, then reboot.",
    ],
    [
      "Pop!_OS",
      { ...os("pop"), "boot/efi/loader/loader.conf": "" },
      "Run “kernelstub --add-options intel_iommu=on”, then reboot.",
    ],
    [
      "Unraid",
      { "etc/unraid-version": "", "proc/cmdline": "BOOT_IMAGE=/bzimage" },
      "Append intel_iommu=on to the APPEND lines in /boot/syslinux/syslinux.cfg, then reboot.",
    ],
    [
      "Debian by systemd-boot",
      { "etc/kernel/cmdline": "", "boot/efi/loader/loader.conf": "", "usr/sbin/mkinitramfs": "" },
      "Append intel_iommu=on to /etc/kernel/cmdline and run “kernel-install add VERSION /boot/vmlinuz-VERSION” for each installed kernel (VERSION), then reboot.",
    ],
    [
      "nobody knows",
      {},
      "Append intel_iommu=on to the kernel command line in the boot loader's configuration, then reboot.",
    ],
  ])("is switched on by what %s uses", async (_, files, fix) => {
    expect(await checkOf("iommu-kernel", files, off)).toMatchObject({ status: "fail", fix });
  });

  test.each<[string, string, "intel" | "amd", string]>([
    ["Intel's own", "intel_iommu=off", "intel", "intel_iommu=off"],
    ["AMD's own", "amd_iommu=off", "amd", "amd_iommu=off"],
    ["both", "iommu=off quiet", "amd", "iommu=off"],
    ["both, among other values", "iommu=nopt,off", "intel", "iommu=nopt,off"],
  ])("names the parameter that switches it off: %s", async (_, line, cpuVendor, parameter) => {
    const found = await checkOf("iommu-kernel", { ...debianFiles, ...started(line) }, { ...off, cpuVendor });
    expect(found.status).toBe("fail");
    expect(found.fix).toBe(`Remove ${parameter} from ${inDefaults}`);
  });

  test("finds it in the variable that holds it", async () => {
    const files = {
      ...debianFiles,
      "etc/default/grub": 'GRUB_CMDLINE_LINUX="intel_iommu=off"\n',
      ...started("intel_iommu=off"),
    };
    expect((await checkOf("iommu-kernel", files, off)).fix).toContain("from GRUB_CMDLINE_LINUX in");
  });

  test("does not take another vendor's switch, or one that is init's, for a reason", async () => {
    const foreign = { ...debianFiles, ...started("amd_iommu=off -- intel_iommu=off") };
    expect((await checkOf("iommu-kernel", foreign, off)).fix).toContain("Append intel_iommu=on");
  });

  test.each<[string, string]>([
    ["intel_iommu=1", "intel_iommu=on"],
    ["intel-iommu=yes", "intel_iommu=on"],
    ["intel_iommu", "intel_iommu=on"],
    ["iommu=on", "intel_iommu=on"],
    ["Intel_IOMMU=on", "intel_iommu=on"],
    ["iommu_intel=on", "intel_iommu=on"],
    ["intel_iommu=true,sm_on", "intel_iommu=on,sm_on"],
  ])("says what is meant by %s", async (wrong, right) => {
    const found = await checkOf("iommu-kernel", { ...debianFiles, ...started(wrong) }, off);
    expect(found.detail).toContain(`“${wrong}” on the kernel command line has no effect.`);
    expect(found.fix).toBe(`Replace ${wrong} with ${right} in ${inDefaults}`);
  });

  test("never tells AMD's to be on, and says that it has no such value", async () => {
    const amd: Part = { cpuVendor: "amd" };
    const found = await checkOf("iommu-kernel", { ...debianFiles, ...started("quiet") }, { ...off, ...amd });
    expect(found.fix).not.toContain("amd_iommu=on");
    expect(found.fix).toContain("AMD-Vi");
    const on = { ...amd, iommu: { enabled: true, kind: "amd", offeredByFirmware: true } };
    const passed = await checkOf("iommu-kernel", { ...debianFiles, ...started("amd_iommu=on iommu=pt") }, on);
    expect(passed.status).toBe("pass");
    expect(passed.detail).toContain("“amd_iommu=on” on the kernel command line has no effect");
    const other = await checkOf(
      "iommu-kernel",
      { ...debianFiles, ...started("amd_iommu=force_isolation iommu=pt") },
      on,
    );
    expect(other.fix).toBeNull();
  });

  test("tells that the integrated GPU is left out, where that is the kernel's default or was asked for", async () => {
    const graphics = { ...gpu, address: "0000:00:02.0", vendorId: "8086", driver: "i915", iommuGroup: null };
    const byDefault = await checkOf(
      "iommu-kernel",
      { ...debianFiles, ...started("quiet") },
      { devices: [graphics, gpu] },
    );
    expect(byDefault).toMatchObject({
      status: "warn",
      fix: expect.stringContaining("Append intel_iommu=on"),
    });
    const asked = { ...debianFiles, ...started("intel_iommu=on,igfx_off") };
    const found = await checkOf("iommu-kernel", asked, { devices: [graphics, gpu] });
    expect(found.fix).toContain("Replace intel_iommu=on,igfx_off with intel_iommu=on in");
    const inGroup = { ...graphics, iommuGroup: 0 };
    expect((await checkOf("iommu-kernel", asked, { devices: [inGroup] })).status).toBe("pass");
  });

  test("does not take vfio's no-IOMMU mode for an IOMMU", async () => {
    const files = {
      ...debianFiles,
      ...started("quiet"),
      "sys/module/vfio/parameters/enable_unsafe_noiommu_mode": "Y\n",
    };
    const found = await checkOf("iommu-kernel", files, off);
    expect(found).toMatchObject({ status: "fail", detail: expect.stringContaining("no-IOMMU mode") });
    expect((await checkOf("iommu-groups", files, off)).detail).toContain("isolate nothing");
  });

  test("is for the firmware first where that offers none, and not for a board without any", async () => {
    const none: Part = { iommu: { enabled: false, kind: null, offeredByFirmware: false } };
    expect((await checkOf("iommu-firmware", {}, none)).fix).toMatch(/Intel VT-d/);
    expect((await checkOf("iommu-kernel", {}, none)).fix).toMatch(/firmware setup/);
    const pi = { "proc/device-tree/model": "Raspberry Pi 4 Model B Rev 1.4\0" };
    const arm: Part = { cpuVendor: "arm", iommu: { enabled: false, kind: null, offeredByFirmware: null } };
    expect((await checkOf("iommu-firmware", pi, arm)).detail).toContain("has no IOMMU");
    expect((await checkOf("iommu-kernel", pi, arm)).fix).toBeNull();
  });

  test("passes by its groups, whatever the command line says", async () => {
    expect((await checkOf("iommu-kernel", started("quiet"))).detail).toBe("The kernel uses Intel VT-d.");
  });
});

describe("iommu-groups", () => {
  test("names groups that cards share, but not a hundred of them", async () => {
    const groups = Array.from({ length: 100 }, (_, id) => ({
      id,
      devices: [`0000:0${id % 10}:00.0`],
      isolated: id > 9,
    }));
    const found = await checkOf("iommu-groups", {}, { groups });
    expect(found.status).toBe("warn");
    expect(found.detail).toContain("group 3 (0000:03:00.0) and 6 more: ");
  });

  test.each<[string, string, RegExp]>([
    ["6.8.12-4-pve", "pcie_acs_override=downstream", /splits groups that the hardware does not keep apart/],
    ["6.14.2-zen1", "pcie-acs-override=downstream,multifunction", /splits groups/],
    ["6.12.9-amd64", "pcie_acs_override=downstream", /needs a patched kernel/],
    ["6.8.12-4-pve", "pci_acs_override=downstream", /name is pcie_acs_override/],
    ["6.8.12-4-pve", "pcie_acs_overide=downstream", /name is pcie_acs_override/],
  ])("warns on %s of %s", async (kernel, parameter, detail) => {
    const found = await checkOf("iommu-groups", { ...debianFiles, ...started(parameter) }, { kernel });
    expect(found.status).toBe("warn");
    expect(found.detail).toMatch(detail);
    expect(found.fix).toContain(parameter);
  });
});
