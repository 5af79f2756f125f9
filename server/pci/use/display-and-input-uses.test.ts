import { describe, expect, test } from "vitest";
import { hostTreeEntries } from "@/e2e/hosts/build-host-tree";
import { busyHost, file, inClass, place, usesAt } from "@/e2e/hosts/busy-host";
import { xeonE3 } from "@/e2e/hosts/xeon-e3";
import { treeOfEntries } from "../../host/tree.test-data";
import type { TreeEntry } from "../../host/tree-entries";
import { readHostReport } from "../read-host-report";

const gpu = "0000:05:00.0";
const secondGpu = "0000:06:00.0";
const usb = "0000:00:14.0";

function console(name: string, bind: string): TreeEntry[] {
  return [
    file("sys/class/vtconsole/vtcon1/name", `${name}\n`),
    file("sys/class/vtconsole/vtcon1/bind", `${bind}\n`),
  ];
}

function connector(card: string, socket: string, at: string, status: string): TreeEntry[] {
  return inClass(`sys/class/drm/${card}-${socket}`, `${at}/drm/${card}/${card}-${socket}`, { status });
}

describe("graphics cards", () => {
  test("are used by the screens that are plugged in", async () => {
    const report = await busyHost([
      ...connector("card0", "HDMI-A-1", place.gpu, "connected"),
      ...connector("card0", "DP-1", place.gpu, "disconnected"),
      ...connector("card1", "DP-2", place.secondGpu, "unknown"),
    ]);
    expect(usesAt(report, gpu)).toEqual(["screen: a screen at HDMI-A-1 of card0"]);
    expect(usesAt(report, secondGpu)).toEqual([]);
  });

  test("are used by the text console on their frame buffer", async () => {
    const report = await busyHost([
      ...inClass("sys/class/graphics/fb0", `${place.gpu}/graphics/fb0`),
      ...inClass("sys/class/graphics/fb1", `${place.secondGpu}/graphics/fb1`),
      ...console("(M) frame buffer device", "1"),
      file("proc/fb", "0 nouveaudrmfb\n1 other\n"),
    ]);
    expect(usesAt(report, gpu)).toEqual(["console: the text console is on fb0 (nouveaudrmfb)"]);
    expect(usesAt(report, secondGpu)).toEqual([]);
  });

  test("are held by the firmware's frame buffer even after the console let go", async () => {
    const report = await busyHost([
      ...inClass("sys/class/graphics/fb0", "sys/devices/platform/efi-framebuffer.0/graphics/fb0"),
      ...console("(M) frame buffer device", "0"),
      file("proc/fb", "0 EFI VGA\n"),
    ]);
    expect(usesAt(report, gpu)).toEqual(["console: the firmware's screen is still held by fb0 (EFI VGA)"]);
  });

  test("show the text console in VGA's mode on the boot display", async () => {
    const report = await busyHost(console("(S) VGA+", "1"));
    expect(usesAt(report, gpu)).toEqual(["console: the text console is on it, in VGA's text mode"]);
  });

  test("are used by processes that have their nodes open, and VFIO's group by who opened it", async () => {
    const report = await busyHost([
      ...inClass("sys/class/drm/card0", `${place.gpu}/drm/card0`),
      ...inClass("sys/class/drm/renderD128", `${place.gpu}/drm/renderD128`),
      file("proc/driver/nvidia/gpus/0000:05:00.0/information", "Model: x\nDevice Minor: \t 3\n"),
      file("proc/100/comm", "Xorg\n"),
      { kind: "link", path: "proc/100/fd/7", target: "/dev/dri/card0" },
      { kind: "link", path: "proc/100/fd/8", target: "/dev/dri/card0" },
      { kind: "link", path: "proc/100/fd/9", target: "socket:[123]" },
      { kind: "link", path: "proc/200/fd/4", target: "/dev/nvidia3" },
      file("proc/300/comm", "qemu-system-x86\n"),
      { kind: "link", path: "proc/300/fd/30", target: "/dev/vfio/8" },
      { kind: "link", path: "proc/self", target: "100" },
    ]);
    expect(usesAt(report, gpu)).toEqual([
      "process: Xorg (process 100) has /dev/dri/card0 open",
      "process: a process (process 200) has /dev/nvidia3 open",
    ]);
    expect(usesAt(report, secondGpu)).toEqual(["vm: qemu-system-x86 (process 300) has /dev/vfio/8 open"]);
  });

  test("name a dozen of a hundred processes", async () => {
    const report = await busyHost([
      ...inClass("sys/class/drm/card0", `${place.gpu}/drm/card0`),
      ...Array.from(
        { length: 100 },
        (_, index): TreeEntry => ({ kind: "link", path: `proc/${index + 1}/fd/3`, target: "/dev/dri/card0" }),
      ),
    ]);
    const uses = usesAt(report, gpu);
    expect(uses).toHaveLength(13);
    expect(uses.at(-1)).toBe("process: and 88 more");
  });
});

describe("USB controllers", () => {
  function input(port: string, protocols: readonly string[], product: string): TreeEntry[] {
    const at = `${place.usb}/usb1/${port}`;
    return [
      ...inClass(`sys/bus/usb/devices/${port}`, at, { product }),
      ...protocols.flatMap((protocol, index) =>
        inClass(`sys/bus/usb/devices/${port}:1.${index}`, `${at}/${port}:1.${index}`, {
          bInterfaceClass: "03",
          bInterfaceProtocol: protocol,
        }),
      ),
    ];
  }

  test("are used by keyboards and mice", async () => {
    const report = await busyHost([
      ...input("1-3", ["01", "02"], "USB Receiver"),
      ...input("1-4.2", ["00"], "\u001b[31mTablet"),
      ...inClass("sys/bus/usb/devices/1-5:1.0", `${place.usb}/usb1/1-5/1-5:1.0`, { bInterfaceClass: "e0" }),
      ...inClass("sys/bus/usb/devices/usb1", `${place.usb}/usb1`),
    ]);
    expect(usesAt(report, usb)).toEqual([
      "input: keyboard and mouse “USB Receiver” on USB port 1-3",
      "input: input device “[31mTablet” on USB port 1-4.2",
    ]);
  });
});

// A mobile CPU's "display controller" (0380) and every display of an Arm host have no boot_vga.
test("the firmware's screen may be on any display where none is named, but not on one without outputs", async () => {
  const devices = [
    { address: "0000:00:02.0", class: "0380", id: "1002:1586" },
    { address: "0000:01:00.0", class: "0302", id: "10de:2684" },
  ];
  const report = await readHostReport(
    await treeOfEntries([
      ...hostTreeEntries({ ...xeonE3, devices }),
      file("proc/fb", "0 simpledrmdrmfb\n"),
      ...inClass("sys/class/graphics/fb0", "sys/devices/platform/simple-framebuffer.0/graphics/fb0"),
    ]),
  );
  const held = "console: the firmware's screen is still held by fb0 (simpledrmdrmfb)";
  expect(devices.map(({ address }) => usesAt(report, address))).toEqual([[held], []]);
});
