import { describe, expect, test } from "vitest";
import { checkOf, debianFiles, type Files, gpu, started } from "./checks.test-data";

const nvme = {
  ...gpu,
  class: "010802",
  vendorId: "144d",
  deviceId: "a80a",
  subsystemVendorId: "144d",
  subsystemDeviceId: "a801",
};
const spare = { ...nvme, address: "0000:04:00.0" };
const root = { ...nvme, address: "0000:03:00.0", driver: "nvme", needed: "/ on nvme0n1p2" };
const vfioConf = (text: string): Files => ({ "etc/modprobe.d/vfio.conf": text });
const binding = (files: Files, devices = [gpu], base: Files = debianFiles) =>
  checkOf("vfio-early-binding", { ...base, ...files }, { devices });

describe("what is bound at every boot", () => {
  test.each<[string, Files]>([
    ["the command line", started("vfio-pci.ids=8086:1,10DE:1381")],
    ["the command line with an underscore", started("vfio_pci.ids=10de:1381")],
    ["the command line in quotes", started('vfio-pci.ids="10de:1381,10de:0fbc"')],
    ["the command line, all of it in quotes", started('"vfio-pci.ids=10de:1381"')],
    ["the command line behind “--”, which modprobe does not know", started("-- vfio-pci.ids=10de:1381")],
    ["a subsystem's ids", started("vfio-pci.ids=10de:1381:1043:8508")],
    ["any device of a vendor", started("vfio-pci.ids=10de:ffffffff:ffffffff:ffffffff:030000:ff0000")],
    ["modprobe's options", vfioConf("# x\noptions vfio-pci disable_vga=1 ids=10de:1381\n")],
    ["modprobe's options in quotes", vfioConf('options vfio_pci ids="10de:1381"\n')],
    ["modprobe's options on two lines", vfioConf("options vfio-pci \\\n  ids=10de:1381\n")],
    ["a package's options", { "usr/lib/modprobe.d/vfio.conf": "options vfio-pci ids=10de:1381\n" }],
    ["initramfs-tools", { "etc/initramfs-tools/modules": "vfio_pci ids=10de:1381\n" }],
    ["driverctl", { "etc/driverctl.d/pci-0000:01:00.0": "vfio-pci\n" }],
    [
      "a rule of udev's",
      { "etc/udev/rules.d/10-vfio.rules": 'KERNEL=="0000:01:00.0", ATTR{driver_override}="vfio-pci"\n' },
    ],
    [
      "a script of the initramfs",
      {
        "etc/initramfs-tools/scripts/init-top/bind":
          "for d in 0000:01:00.0; do echo vfio-pci > $d/driver_override; done\n",
      },
    ],
    [
      "a script that modprobe has run",
      {
        ...vfioConf("install vfio-pci /usr/local/bin/bind-gpu\n"),
        "usr/local/bin/bind-gpu": "echo vfio-pci > /sys/bus/pci/devices/0000:01:00.0/driver_override\n",
      },
    ],
    [
      "Unraid's own file",
      { "etc/unraid-version": "", "boot/config/vfio-pci.cfg": "BIND=0000:01:00.0|10de:1381\n" },
    ],
  ])("passes for %s", async (_, files) => {
    const found = await binding(files);
    expect(found.detail).toContain("0000:01:00.0 is bound to vfio-pci at every boot");
    expect(found).toMatchObject({ status: "pass", fix: null });
  });

  test.each<[string, Files]>([
    ["another subsystem's ids", started("vfio-pci.ids=10de:1381:1462:8508")],
    ["another class", started("vfio-pci.ids=10de:1381:ffffffff:ffffffff:040300:ffff00")],
    ["driverctl with another driver", { "etc/driverctl.d/pci-0000:01:00.0": "nouveau\n" }],
    ["a comment", vfioConf("# options vfio-pci ids=10de:1381\n")],
    [
      "a packaged file that the host's own hides",
      { ...vfioConf("\n"), "usr/lib/modprobe.d/vfio.conf": "options vfio-pci ids=10de:1381\n" },
    ],
    [
      "a rule for the card's other function",
      { "etc/udev/rules.d/1.rules": 'KERNEL=="0000:01:00.1", ATTR{driver_override}="vfio-pci"\n' },
    ],
  ])("does not pass for %s", async (_, files) => {
    expect(await binding(files)).toMatchObject({
      status: "warn",
      detail: expect.stringContaining("not after the next boot"),
    });
  });

  test("believes a script that chooses its devices by itself", async () => {
    const script = "for d in /sys/bus/pci/devices/*; do echo vfio-pci > $d/driver_override; done\n";
    const found = await binding({ "etc/initcpio/hooks/vfio": script });
    expect(found).toMatchObject({
      status: "pass",
      detail: expect.stringContaining("/etc/initcpio/hooks/vfio"),
    });
  });
});

describe("a device that will be lost", () => {
  test("is bound by ids, in the one list that counts", async () => {
    expect((await binding({})).fix).toMatch(
      /^Add “options vfio-pci ids=10de:1381” to \S+vfio.conf, run “update-initramfs -u -k all” and reboot/,
    );
    const inFile = await binding(vfioConf("options vfio-pci ids=8086:1533\n"));
    expect(inFile.fix).toContain("Change ids= in /etc/modprobe.d/vfio.conf to ids=8086:1533,10de:1381");
    const onLine = await binding(started("vfio-pci.ids=8086:1533"));
    expect(onLine.fix).toContain("Replace vfio-pci.ids=8086:1533 with vfio-pci.ids=8086:1533,10de:1381 in");
  });

  test("is bound by its address where a twin stays with the host", async () => {
    const twin = { ...gpu, address: "0000:02:00.0", driver: "nouveau" };
    const found = await binding({}, [gpu, twin]);
    expect(found.fix).toContain("driverctl set-override 0000:01:00.0 vfio-pci");
    expect(found.fix).not.toContain("ids=");
  });

  test.each<[string, Files, RegExp]>([
    [
      "NixOS",
      { "etc/os-release": "ID=nixos\n" },
      /"vfio-pci\.ids=10de:1381" to boot\.kernelParams and "vfio_pci" to boot\.initrd\.kernelModules/,
    ],
    [
      "Unraid",
      { "etc/unraid-version": "" },
      /Add 0000:01:00\.0 to the line BIND= in \/boot\/config\/vfio-pci\.cfg/,
    ],
    [
      "Silverblue",
      { "etc/os-release": "ID=fedora\n", "run/ostree-booted": "" },
      /rpm-ostree kargs --append-if-missing=rd\.driver\.pre=vfio-pci --append-if-missing=vfio-pci\.ids=10de:1381/,
    ],
  ])("is bound as %s has it", async (_, base, fix) => {
    const found = await binding({}, [gpu], base);
    expect(found.fix).toMatch(fix);
    expect(found.fix).not.toContain("/etc/modprobe.d");
  });
});

describe("ids that take what the host needs", () => {
  test("are told, and the device that is meant is bound by its address", async () => {
    const found = await binding(started("vfio-pci.ids=10de:1381,144d:a80a"), [gpu, spare, root]);
    expect(found.status).toBe("warn");
    expect(found.detail).toContain("0000:03:00.0 (/ on nvme0n1p2)");
    expect(found.fix).toContain("Replace vfio-pci.ids=10de:1381,144d:a80a with vfio-pci.ids=10de:1381 in");
    expect(found.fix).toContain("driverctl set-override 0000:04:00.0 vfio-pci");
    expect(found.fix).not.toContain("softdep");
  });

  test("are told of the boot display's twin, but not of a boot display that is meant itself", async () => {
    const boot = { ...gpu, address: "0000:02:00.0", driver: "nouveau", bootVga: true };
    const twins = await binding(started("vfio-pci.ids=10de:1381"), [gpu, boot]);
    expect(twins.detail).toContain("0000:02:00.0 (the firmware shows its screen on it)");
    const alone = await binding(started("vfio-pci.ids=10de:1381"), [boot]);
    expect(alone.detail).toContain("another driver was loaded first: 0000:02:00.0 (nouveau)");
  });

  test("are taken by a wildcard as well", async () => {
    const found = await binding(started("vfio-pci.ids=144d:ffffffff"), [spare, root]);
    expect(found.detail).toContain("also matches what the host needs: 0000:03:00.0");
  });

  test("are not advised where they were only mistyped", async () => {
    const found = await binding(started("vfio-pci.id=144d:a80a"), [root]);
    expect(found.fix).toContain("Remove vfio-pci.id=144d:a80a from");
    expect(found.fix).not.toContain("Replace");
  });
});

describe("a driver that was faster", () => {
  const held = { ...gpu, driver: "nouveau" };
  const ids = started("vfio-pci.ids=10de:1381");

  test("is asked to wait by its module's name", async () => {
    expect((await binding(ids, [held])).fix).toBe(
      "Add “softdep nouveau pre: vfio-pci” to /etc/modprobe.d/vfio.conf, run “update-initramfs -u -k all” and reboot.",
    );
    const usb = { ...held, driver: "xhci_hcd", class: "0c0330" };
    expect((await binding(ids, [usb])).fix).toContain("“softdep xhci_pci pre: vfio-pci”");
    const nvidia = { ...held, driver: "nvidia", modules: ["nouveau", "nvidia_drm", "nvidia"] };
    expect((await binding(ids, [nvidia])).fix).toContain("“softdep nvidia_drm pre: vfio-pci”");
  });

  test("is left alone where it is built in", async () => {
    const builtIn = { "lib/modules/6.12.0/modules.builtin": "kernel/drivers/usb/host/xhci-pci.ko\n" };
    const usb = { ...held, driver: "xhci_hcd", class: "0c0330" };
    const found = await binding({ ...ids, ...builtIn }, [usb]);
    expect(found.fix).toMatch(/xhci_pci is built into the kernel.+driverctl set-override 0000:01:00\.0/);
  });

  test("is no bridge's, which vfio-pci never takes", async () => {
    const bridge = { ...held, class: "060400", driver: "pcieport" };
    expect((await binding(ids, [bridge])).status).toBe("pass");
  });
});

describe("a kernel with vfio-pci built in", () => {
  const builtIn = { "usr/lib/modules/6.12.0/modules.builtin": "kernel/drivers/vfio/pci/vfio-pci.ko\n" };
  const options = vfioConf("options vfio-pci ids=10de:1381\nsoftdep nouveau pre: vfio-pci\n");

  test("needs the ids on its command line", async () => {
    const found = await binding({ ...builtIn, ...options }, [{ ...gpu, driver: "nouveau" }]);
    expect(found.detail).toContain("modprobe's options in /etc/modprobe.d/vfio.conf have no effect");
    expect(found.fix).toContain("Append vfio-pci.ids=10de:1381 to GRUB_CMDLINE_LINUX_DEFAULT");
    expect(found.fix).not.toContain("softdep");
    expect((await checkOf("vfio-modules", { ...builtIn, "proc/modules": "" })).status).toBe("fail");
  });

  test("is known by sysfs where its list was not read", async () => {
    const shown = { ...options, "sys/module/vfio_pci/parameters/ids": "", "proc/modules": "kvm 1 0\n" };
    expect((await binding(shown, [{ ...gpu, driver: null }])).detail).toContain("have no effect");
    const loaded = { ...shown, "proc/modules": "vfio_pci 1 0\n" };
    expect((await binding(loaded)).status).toBe("pass");
  });

  test("does not read what stands behind “--”", async () => {
    const found = await binding({ ...builtIn, ...started("-- vfio-pci.ids=10de:1381") });
    expect(found.detail).toContain("stands behind “--”");
    expect(found.fix).toContain("Move it before “--”.");
  });
});

describe("what was mistyped", () => {
  test.each<[string, string]>([
    ["vfio-pci-ids=10de:1381", "vfio-pci.ids=10de:1381"],
    ["vfio_pci_ids=10de:1381", "vfio-pci.ids=10de:1381"],
    ["vfio-pci.id=10de:1381", "vfio-pci.ids=10de:1381"],
    ["vfio.ids=10de:1381,10de:0fbc", "vfio-pci.ids=10de:1381,10de:0fbc"],
    ["vfiopci.ids=10de:1381;10de:0fbc", "vfio-pci.ids=10de:1381,10de:0fbc"],
    ["vfio-pci=10de:1381", "vfio-pci.ids=10de:1381"],
    ["ids=10de:1381", "vfio-pci.ids=10de:1381"],
  ])("%s on the command line", async (wrong, right) => {
    const found = await binding(started(wrong), []);
    expect(found.detail).toContain(`“${wrong}” on the kernel command line is no parameter of vfio-pci`);
    expect(found.fix).toContain(`Replace ${wrong} with ${right} in`);
  });

  test.each<[string, Files, RegExp]>([
    ["an address", started("vfio-pci.ids=0000:01:00.0"), /has the address 0000:01:00\.0/],
    [
      "a blank behind the comma",
      started("vfio-pci.ids=10de:1381, 10de:0fbc"),
      /a comma at its end, so only 1 of its ids/,
    ],
    ["a member that is none", started("vfio-pci.ids=10de:1381,gpu"), /“gpu”, so only 1 of its ids/],
    ["a semicolon", started("vfio-pci.ids=10de:1381;10de:0fbc"), /a semicolon/],
    ["the wrong module", vfioConf("options vfio ids=10de:1381\n"), /names a module that has no ids/],
    ["the wrong option", vfioConf("options vfio-pci id=10de:1381\n"), /that is “ids”/],
    ["the kernel line's form", vfioConf("options vfio-pci vfio-pci.ids=10de:1381\n"), /that is “ids”/],
    ["blanks around “=”", vfioConf("options vfio-pci ids = 10de:1381\n"), /blanks around/],
    ["no command", vfioConf("vfio-pci ids=10de:1381\n"), /is no command of modprobe's/],
    ["half a command", vfioConf("option vfio-pci ids=10de:1381\n"), /is no command of modprobe's/],
    [
      "a program in its place",
      vfioConf("options vfio-pci ids=10de:1381\ninstall vfio-pci /bin/false\n"),
      /a program run in place of loading vfio-pci/,
    ],
    [
      "a softdep without a blank",
      vfioConf("softdep nouveau pre:vfio-pci\n"),
      /lacks a blank behind the colon/,
    ],
    [
      "a file's name",
      { "etc/modprobe.d/vfio": "options vfio-pci ids=10de:1381\n" },
      /is not read, as its name/,
    ],
    [
      "a list of modules",
      { "etc/modules": "vfio-pci ids=10de:1381\n" },
      /a list of modules has no parameters/,
    ],
    [
      "systemd's list",
      { "etc/modules-load.d/vfio.conf": "vfio_pci ids=10de:1381\n" },
      /a list of modules has no parameters/,
    ],
  ])("%s", async (_, files, detail) => {
    const found = await binding(files, []);
    expect(found.status).toBe("warn");
    expect(found.detail).toMatch(detail);
    expect(found.fix).not.toBeNull();
  });

  test("leaves the parameters of others alone", async () => {
    const line = started(
      "vfio-pci.disable_vga=1 pci-stub.ids=10de:1381 usbcore.quirks=046d:c52b:k vfio_iommu_type1.allow_unsafe_interrupts=1",
    );
    expect((await binding(line, [])).status).toBe("pass");
  });
});

test("of two lists the last one counts, and the command line's before any file's", async () => {
  const files = { ...vfioConf("options vfio-pci ids=10de:1381\n"), ...started("vfio-pci.ids=8086:1533") };
  const found = await binding(files, [gpu]);
  expect(found.detail).toContain("ids= in /etc/modprobe.d/vfio.conf does not count");
  expect(found.fix).toContain("with vfio-pci.ids=8086:1533,10de:1381 in");
  const twice = started("vfio-pci.ids=10de:1381 vfio-pci.ids=8086:1533");
  expect((await binding(twice, [gpu])).detail).toContain("does not count");
});
