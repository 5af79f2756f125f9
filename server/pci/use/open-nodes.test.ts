import { describe, expect, test } from "vitest";
import { busyTree, file, inClass, place } from "@/e2e/hosts/busy-host";
import { character, disks, driver, held, mapped, plainHost, process } from "@/e2e/hosts/busy-parts";
import type { TreeEntry } from "../../host/tree-entries";
import { readHostReport } from "../read-host-report";
import { judgeHost } from "../verdict/judge";

const gpu = "0000:05:00.0";
const vfioGpu = "0000:06:00.0";
const usb = "0000:00:14.0";
const nvme = "0000:02:00.0";

async function judged(entries: readonly TreeEntry[]) {
  const report = await readHostReport(await busyTree([...entries, ...plainHost]));
  return judgeHost(report, { managementDevices: [], attachments: new Map() }).devices;
}

/** A device's status and the reasons of these codes, in words. */
async function toldOf(address: string, entries: readonly TreeEntry[]): Promise<string> {
  const device = (await judged(entries)).find((one) => one.address === address);
  const told = device?.verdict.reasons.filter(({ code }) =>
    /driver-in-use|attached-elsewhere|not-looked-at/.test(code),
  );
  return [
    device?.verdict.status,
    ...(told ?? []).map(({ weight, code, message }) => `${weight} ${code}: ${message}`),
  ].join("\n");
}

describe("a process that has a node open uses the device", () => {
  const onGpu = `${place.gpu}/x`;
  const onUsb = `${place.usb}/usb1/1-4`;

  test.each<[string, string, string, readonly TreeEntry[]]>([
    // Documentation/driver-api/drm: render nodes; Documentation/sound/designs; Documentation/accel.
    ["a render node", gpu, "/dev/dri/renderD129", character("226:129", `${onGpu}/drm/renderD129`)],
    ["sound", gpu, "/dev/snd/controlC1", character("116:9", `${onGpu}/sound/card1/controlC1`)],
    ["an accelerator", gpu, "/dev/accel/accel0", character("261:0", `${onGpu}/accel/accel0`)],
    // drivers/staging/gasket of google/gasket-driver: "apex_%d".
    ["a Coral TPU", gpu, "/dev/apex_1", character("120:1", `${onGpu}/apex/apex_1`)],
    ["management engine", gpu, "/dev/mei1", character("236:1", `${onGpu}/mei/mei1`)],
    ["I²C of a card", gpu, "/dev/i2c-5", character("89:5", `${onGpu}/i2c-5/i2c-dev/i2c-5`)],
    ["InfiniBand", gpu, "/dev/infiniband/uverbs0", character("231:192", `${onGpu}/infiniband_verbs/uverbs0`)],
    // dvb-core's dvb_devnode.
    ["a TV card", gpu, "/dev/dvb/adapter2/frontend0", character("212:4", `${onGpu}/dvb/dvb2.frontend0`)],
    ["a video capture card", gpu, "/dev/video3", character("81:3", `${onGpu}/video4linux/video3`)],
    // zigbee2mqtt.io: the adapter of a smart home.
    ["a serial adapter", usb, "/dev/ttyUSB0", character("188:0", `${onUsb}/1-4:1.0/ttyUSB0/tty/ttyUSB0`)],
    [
      "a device of the human interface",
      usb,
      "/dev/hidraw2",
      character("247:2", `${onUsb}/1-4:1.0/hidraw/hidraw2`),
    ],
    ["a keyboard", usb, "/dev/input/event4", character("13:68", `${onUsb}/1-4:1.0/input/input9/event4`)],
    [
      "a further name",
      usb,
      "/dev/serial/by-id/usb-Stick",
      [
        { kind: "link", path: "dev/serial/by-id/usb-Stick", target: "../../ttyACM0" },
        ...character("166:0", `${onUsb}/1-4:1.1/tty/ttyACM0`),
      ],
    ],
    ["a controller of NVMe", nvme, "/dev/nvme0", character("244:0", `${place.nvme}/nvme/nvme0`)],
    ["a disk", nvme, "/dev/nvme0n1p1", disks()],
  ])("%s", async (_, address, node, entries) => {
    const told = await toldOf(address, [...entries, ...process(77, "somebody", [node])]);
    expect(told).toContain(`risk driver-in-use`);
    expect(told).toContain(`somebody (process 77) has ${node} open`);
  });

  test("a USB device's node", async () => {
    const entries = [
      ...inClass("sys/bus/usb/devices/1-4", onUsb, {
        idVendor: "1a6e",
        idProduct: "089a",
        busnum: "1",
        devnum: "12",
      }),
      ...process(77, "detector", ["/dev/bus/usb/001/012"]),
    ];
    expect(await toldOf(usb, entries)).toContain("detector (process 77) has /dev/bus/usb/001/012 open");
  });

  // NVIDIA's README, "Frequently asked questions": /proc/driver/nvidia tells the minor.
  test("NVIDIA's, all of them where their numbers are not told", async () => {
    const entries = [
      ...driver(place.gpu, "nvidia"),
      ...process(77, "python3", ["/dev/nvidia0", "/dev/nvidiactl"]),
    ];
    expect(await toldOf(gpu, entries)).toContain("python3 (process 77) has /dev/nvidia0 open");
  });

  test("AMD's shared node only where no card's own is open beside it", async () => {
    const cards = [
      ...driver(place.gpu, "amdgpu"),
      ...driver(place.nvme, "amdgpu"),
      ...character("226:128", `${place.gpu}/drm/renderD128`),
    ];
    const one = [...cards, ...process(77, "ollama", ["/dev/kfd", "/dev/dri/renderD128"])];
    expect(await toldOf(gpu, one)).toContain("renderD128 open");
    expect(await toldOf(nvme, one)).toBe("bindable");
    expect(await toldOf(nvme, [...cards, ...process(77, "ollama", ["/dev/kfd"])])).toContain("/dev/kfd open");
  });

  test("services of the kernel are no devices", async () => {
    const nodes = ["/dev/kvm", "/dev/net/tun", "/dev/pts/4", "/dev/vfio/vfio", "/dev/shm/x", "/dev/fuse"];
    expect(await toldOf(nvme, [...disks(), ...process(77, "x", nodes)])).toBe("bindable");
  });
});

describe("a VM of another manager", () => {
  const command = ["/usr/bin/qemu-system-x86_64", "-name", "guest=render-node,debug-threads=on"];
  const mediated = "7f1d9c2e-0000-4000-8000-00000000000b";

  test.each<[string, string, readonly string[], readonly TreeEntry[]]>([
    ["has a VFIO group", vfioGpu, ["/dev/vfio/8"], []],
    // Documentation/driver-api/vfio.rst, "VFIO Device cdev".
    [
      "has a device by IOMMUFD",
      vfioGpu,
      ["/dev/iommu", "/dev/vfio/devices/vfio3"],
      [{ kind: "folder", path: `${place.secondGpu}/vfio-dev/vfio3` }],
    ],
    [
      "has the same by its number",
      vfioGpu,
      ["/dev/vfio/devices/vfio3"],
      character("511:3", `${place.secondGpu}/vfio-dev/vfio3`),
    ],
    // Documentation/driver-api/vfio-mediated-device.rst.
    [
      "has a part of a card",
      gpu,
      ["/dev/vfio/31"],
      [
        ...inClass(`sys/bus/mdev/devices/${mediated}`, `${place.gpu}/${mediated}`),
        {
          kind: "link",
          path: `${place.gpu}/${mediated}/iommu_group`,
          target: "../../../../../kernel/iommu_groups/31",
        },
      ],
    ],
    ["has a disk of the host", nvme, ["/dev/nvme0n1p1"], disks()],
    [
      "has an encrypted volume of the host",
      nvme,
      ["/dev/dm-0"],
      [...disks(), ...mapped(0, "guest", "CRYPT-LUKS2-x", ["nvme0n1p1"])],
    ],
  ])("%s", async (_, address, nodes, entries) => {
    const told = await toldOf(address, [...entries, ...process(5150, "qemu-system-x86", nodes, command)]);
    expect(told).toMatch(/^blocked\nblock attached-elsewhere: /);
    expect(told).toContain("the VM render-node, qemu-system-x86 (process 5150),");
  });

  // proc_pid_cmdline(5): everybody may read it, where only root sees the open files.
  test.each([
    ["by its address", vfioGpu, "vfio-pci,host=06:00.0,multifunction=on"],
    ["in JSON", vfioGpu, '{"driver":"vfio-pci","host":"0000:06:00.0","id":"hostdev0"}'],
    ["by a place of sysfs", vfioGpu, "vfio-pci,sysfsdev=/sys/bus/pci/devices/0000:06:00.0"],
    ["as a raw disk", nvme, "file=/dev/nvme0n1,format=raw"],
  ])("is told by its arguments %s, where its files can't be seen", async (_, address, argument) => {
    const hidden = [...disks(), ...process(5150, "qemu-system-x86", [], [...command, "-device", argument])];
    expect(await toldOf(address, hidden)).toContain("block attached-elsewhere");
  });
});

describe("what can't be seen of processes is said", () => {
  test("of one whose files may not be listed", async () => {
    const told = await toldOf(vfioGpu, process(5150, "qemu-system-x86", []));
    expect(told).toContain(
      "risk not-looked-at: Not looked at: what some of the host's processes have open (/proc/5150/fd)",
    );
  });

  test("of a record without processes, which is a note", async () => {
    const bare = await readHostReport(await busyTree([file("proc/self/mountinfo", "x\n"), held("8:1", "")]));
    expect(bare.devices.find(({ address }) => address === vfioGpu)?.notLookedAt).toEqual([
      { source: "/proc/*/fd", question: "which processes use it", weight: "note" },
    ]);
  });

  test("of a node whose device is not listed", async () => {
    const entries = [...driver(place.gpu, "nouveau"), ...process(77, "x", ["/dev/odd0"])];
    const report = await readHostReport(await busyTree(entries));
    expect(report.devices.find(({ address }) => address === gpu)?.notLookedAt).toMatchObject([
      { source: "/sys/dev/char" },
    ]);
  });

  test("of a group that nobody knows", async () => {
    const told = await toldOf(vfioGpu, process(77, "qemu-system-x86", ["/dev/vfio/99"]));
    expect(told).toContain("whose node /dev/vfio/99 is");
  });
});
