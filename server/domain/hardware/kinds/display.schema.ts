import { type DeviceKind, never } from "../device-kind.schema";
import { choice, number, onOff, path, text, yesNo } from "../field.schema";

const atStart = "a guest's firmware and system set displays up at the start only";

export const screen: DeviceKind = {
  id: "screen",
  element: "graphics",
  title: "Screen",
  note: "The server that shows the guest's screen; viewers come in through Passdeck.",
  name: "type",
  summary: ["listen", "address"],
  fields: [
    choice(
      "type",
      "Protocol",
      "@type",
      [
        ["vnc", "VNC"],
        ["spice", "SPICE"],
        ["egl-headless", "None, drawn by the host's GPU (for VNC with 3D)"],
      ],
      { required: true },
    ),
    choice(
      "listen",
      "Listens on",
      "listen@type",
      [
        ["socket", "A socket that only libvirt reaches"],
        ["address", "An address of the host"],
        ["none", "Nothing"],
      ],
      { when: { field: "type", is: ["vnc", "spice"] } },
    ),
    text("address", "Address", "listen@address", {
      when: { field: "listen", is: ["address"] },
      pattern: /^(127\.0\.0\.1|::1|localhost)$/,
      problem: "A screen listens on the host itself (127.0.0.1): viewers come in through Passdeck.",
      note: "127.0.0.1: every user of the host reaches it. A socket keeps them out.",
    }),
    choice("gl", "3D by the host's GPU", "gl@enable", yesNo, { when: { field: "type", is: ["spice"] } }),
    path("renderNode", "GPU of the host", "gl@rendernode", {
      when: { field: "type", is: ["spice", "egl-headless"] },
      note: "As in /dev/dri/renderD128.",
    }),
    text("keymap", "Keyboard", "@keymap", {
      when: { field: "type", is: ["vnc", "spice"] },
      pattern: /^[a-z]{2,3}(-[a-z]{2,3})?$/,
      problem: "A keyboard is named as in “en-us” or “de”.",
      rare: true,
    }),
    choice("copyPaste", "Clipboard", "clipboard@copypaste", yesNo, {
      when: { field: "type", is: ["spice"] },
      rare: true,
    }),
  ],
  fresh: { type: "vnc", listen: "socket" },
  hot: never(atStart),
};

export const video: DeviceKind = {
  id: "video",
  element: "video",
  title: "Display",
  note: "The graphics card that QEMU emulates.",
  name: "model",
  summary: ["accel3d", "heads"],
  fields: [
    choice(
      "model",
      "Model",
      "model@type",
      ["virtio", "qxl", "vga", "bochs", "cirrus", "ramfb", ["none", "none: no emulated display at all"]],
      { required: true },
    ),
    choice("accel3d", "3D", "model/acceleration@accel3d", yesNo, {
      when: { field: "model", is: ["virtio"] },
    }),
    number("heads", "Monitors", "model@heads", [1, 16], { rare: true }),
    number("vram", "Memory in KiB", "model@vram", [1, 1_048_576], { rare: true }),
    choice("primary", "First display", "model@primary", yesNo, { rare: true }),
  ],
  fresh: { model: "virtio" },
  hot: never(atStart),
};

export const sound: DeviceKind = {
  id: "sound",
  element: "sound",
  title: "Sound card",
  note: "Sound of the guest, heard through SPICE or the host.",
  name: "model",
  summary: [],
  fields: [
    choice("model", "Model", "@model", ["ich9", "ich6", "ac97", "es1370", "sb16", "usb"], {
      required: true,
    }),
  ],
  fresh: { model: "ich9" },
  hot: never("QEMU takes sound cards at the start only"),
};

export const audio: DeviceKind = {
  id: "audio",
  element: "audio",
  title: "Sound of the host",
  note: "Where the sound cards are heard.",
  name: "type",
  summary: [],
  fields: [
    choice("type", "By", "@type", ["none", "spice", "pulseaudio", "alsa", "jack", "oss", "sdl", "file"], {
      required: true,
    }),
  ],
  fresh: { type: "none" },
  hot: never("QEMU takes it at the start only"),
};

export const input: DeviceKind = {
  id: "input",
  element: "input",
  title: "Input",
  note: "A pointer or keyboard of the guest; a tablet's pointer goes where the viewer's goes.",
  name: "type",
  summary: ["bus", "device"],
  fields: [
    choice(
      "type",
      "Device",
      "@type",
      ["tablet", "mouse", "keyboard", ["evdev", "one of the host's (evdev)"]],
      { required: true },
    ),
    choice("bus", "Bus", "@bus", ["usb", "virtio", ["ps2", "PS/2"]], {
      when: { field: "type", is: ["tablet", "mouse", "keyboard"] },
    }),
    path("device", "Device of the host", "source@dev", {
      when: { field: "type", is: ["evdev"] },
      required: true,
      note: "As in /dev/input/by-id/…-event-kbd.",
    }),
    choice("grab", "Takes all other input devices along", "source@grab", ["all"], {
      when: { field: "type", is: ["evdev"] },
    }),
    choice("repeat", "Key repeat by the guest", "source@repeat", onOff, {
      when: { field: "type", is: ["evdev"] },
      rare: true,
    }),
  ],
  fresh: { type: "tablet", bus: "usb" },
  hot: ({ bus }) => (bus === "usb" || bus === "virtio" ? null : "only USB and virtio input can be plugged"),
};
