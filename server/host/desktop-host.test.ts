import { describe, expect, test } from "vitest";
import { readInputDevices } from "./input-devices";
import { readLookingGlassHost } from "./looking-glass-host";
import { treeOf, treeOfEntries } from "./tree.test-data";

const list = `I: Bus=0019 Vendor=0000 Product=0001 Version=0000
N: Name="Power Button"
H: Handlers=kbd event0
B: EV=3

I: Bus=0003 Vendor=3434 Product=0280 Version=0111
N: Name="Keychron K8"
H: Handlers=sysrq kbd leds event3
B: EV=120013

I: Bus=0003 Vendor=046d Product=c08b Version=0111
N: Name="Logitech G502"
H: Handlers=mouse0 event5
B: EV=17

I: Bus=0003 Vendor=046d Product=c08b Version=0111
N: Name="Logitech G502 Keyboard"
H: Handlers=sysrq kbd event6
B: EV=100013

I: Bus=0000 Vendor=0000 Product=0000 Version=0000
N: Name="Speaker"
H: Handlers=kbd
B: EV=40001
`;

describe("input devices", () => {
  test("are told by name and kind, with the names that last, keyboards first", async () => {
    const tree = await treeOfEntries([
      { kind: "file", path: "proc/bus/input/devices", text: list },
      { kind: "link", path: "dev/input/by-id/usb-Keychron_K8-event-kbd", target: "../event3" },
      { kind: "link", path: "dev/input/by-id/usb-Logitech_G502-event-mouse", target: "../event5" },
      { kind: "link", path: "dev/input/by-id/usb-Logitech_G502-mouse", target: "../mouse0" },
      {
        kind: "link",
        path: "dev/input/by-path/pci-0000:00:14.0-usb-0:3:1.0-event-mouse",
        target: "../event5",
      },
    ]);
    const named = (name: string) => `/dev/input/by-id/${name}`;
    expect(await readInputDevices(tree)).toEqual([
      { path: named("usb-Keychron_K8-event-kbd"), name: "Keychron K8", kind: "keyboard", stable: true },
      { path: "/dev/input/event6", name: "Logitech G502 Keyboard", kind: "keyboard", stable: false },
      { path: named("usb-Logitech_G502-event-mouse"), name: "Logitech G502", kind: "mouse", stable: true },
      { path: "/dev/input/event0", name: "Power Button", kind: "other", stable: false },
    ]);
  });

  test("are not known of a host that does not tell", async () => {
    expect(await readInputDevices(await treeOf({ etc: "" }))).toBeNull();
    expect(await readInputDevices(await treeOf({ "proc/bus/input/devices": "" }))).toEqual([]);
  });
});

describe("what a host has for Looking Glass", () => {
  const release = { "proc/sys/kernel/osrelease": "6.1.0-31-amd64\n" };
  const modules = "lib/modules/6.1.0-31-amd64/modules.dep";

  test("a module that is loaded, listed and large enough", async () => {
    const tree = await treeOf({
      ...release,
      "dev/kvmfr0": "",
      "sys/module/kvmfr/parameters/static_size_mb": "64,0,0\n",
      "sys/module/apparmor/parameters/enabled": "Y\n",
      "etc/libvirt/qemu.conf": 'cgroup_device_acl = [\n  "/dev/null",\n  "/dev/kvmfr0"\n]\n',
      "etc/tmpfiles.d/10-looking-glass.conf": "# mine\nf /dev/shm/looking-glass 0660 ada kvm -\n",
      "dev/shm/looking-glass": "",
      "etc/udev/rules.d/99-kvmfr.rules": 'SUBSYSTEM=="kvmfr", OWNER="ada", GROUP="kvm", MODE="0660"\n',
      "etc/modules-load.d/mine.conf": "# kvmfr\nkvmfr\n",
      "etc/apparmor.d/local/abstractions/libvirt-qemu": "  /dev/kvmfr0 rw,\n",
    });
    expect(await readLookingGlassHost(tree)).toEqual({
      module: "loaded",
      mebibytes: 64,
      secureBoot: null,
      confinement: ["AppArmor"],
      listed: true,
      sharedFile: "ada",
      isShared: true,
      deviceUser: "ada",
      loadedAtStart: true,
      hasSource: false,
      allowed: true,
      isWhole: true,
    });
  });

  test.each([
    ["updates/dkms/kvmfr.ko.xz:\n", "installed"],
    ["kernel/drivers/net/e1000e.ko:\n", "missing"],
  ])("a module that is not loaded: %j", async (text, module) => {
    const tree = await treeOf({
      ...release,
      [modules]: text,
      "dev/kvmfr0": "what QEMU makes where there is none",
      "etc/libvirt/qemu.conf": '#cgroup_device_acl = [\n#  "/dev/kvmfr0"\n#]\n',
    });
    expect(await readLookingGlassHost(tree)).toMatchObject({ module, listed: false, sharedFile: null });
  });

  test("nothing of a host that does not tell", async () => {
    expect(await readLookingGlassHost(await treeOf({ etc: "" }))).toMatchObject({
      module: null,
      confinement: [],
    });
  });
});
