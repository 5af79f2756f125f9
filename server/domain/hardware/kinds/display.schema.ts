import { type DeviceKind, never } from "../device-kind.schema";
import { choice, number, onOff, path, text, yesNo } from "../field.schema";

const atStart = "graphics and video can't be plugged into a running VM";

export const screen: DeviceKind = {
  id: "screen",
  element: "graphics",
  title: "Graphics",
  note: "The display server (VNC or SPICE); Passdeck's graphical console connects to it.",
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
        ["egl-headless", "EGL headless: 3D by the host's GPU, for VNC"],
      ],
      { required: true },
    ),
    choice(
      "listen",
      "Listen type",
      "listen@type",
      [
        ["socket", "UNIX socket"],
        ["address", "Address"],
        ["none", "None"],
      ],
      { when: { field: "type", is: ["vnc", "spice"] } },
    ),
    text("address", "Address", "listen@address", {
      when: { field: "listen", is: ["address"] },
      pattern: /^(127\.0\.0\.1|::1|localhost)$/,
      problem: "Only the loopback address (127.0.0.1, ::1): Passdeck's console connects to it.",
      note: "Every user of the host can reach 127.0.0.1. A UNIX socket keeps them out.",
    }),
    choice("gl", "OpenGL", "gl@enable", yesNo, { when: { field: "type", is: ["spice"] } }),
    path("renderNode", "Render node", "gl@rendernode", {
      when: { field: "type", is: ["spice", "egl-headless"] },
      note: "As in /dev/dri/renderD128.",
    }),
    text("keymap", "Keymap", "@keymap", {
      when: { field: "type", is: ["vnc", "spice"] },
      pattern: /^[a-z]{2,3}(-[a-z]{2,3})?$/,
      problem: "Write a keymap as in “en-us” or “de”.",
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
  title: "Video",
  note: "The graphics card that QEMU emulates.",
  name: "model",
  summary: ["accel3d", "heads"],
  fields: [
    choice(
      "model",
      "Model",
      "model@type",
      ["virtio", "qxl", "vga", "bochs", "cirrus", "ramfb", ["none", "none: no emulated video"]],
      { required: true },
    ),
    choice("accel3d", "3D acceleration", "model/acceleration@accel3d", yesNo, {
      when: { field: "model", is: ["virtio"] },
    }),
    number("heads", "Heads", "model@heads", [1, 16], { rare: true }),
    number("vram", "Video memory (KiB)", "model@vram", [1, 1_048_576], { rare: true }),
    choice("primary", "Primary", "model@primary", yesNo, { rare: true }),
  ],
  fresh: { model: "virtio" },
  hot: never(atStart),
};

export const sound: DeviceKind = {
  id: "sound",
  element: "sound",
  title: "Sound card",
  note: "An emulated sound card.",
  name: "model",
  summary: [],
  fields: [
    choice("model", "Model", "@model", ["ich9", "ich6", "ac97", "es1370", "sb16", "usb"], {
      required: true,
    }),
  ],
  fresh: { model: "ich9" },
  hot: never("sound cards can't be plugged into a running VM"),
};

export const audio: DeviceKind = {
  id: "audio",
  element: "audio",
  title: "Audio backend",
  note: "Where the sound goes on the host.",
  name: "type",
  summary: [],
  fields: [
    choice(
      "type",
      "Backend",
      "@type",
      ["none", "spice", "pulseaudio", "alsa", "jack", "oss", "sdl", "file"],
      {
        required: true,
      },
    ),
  ],
  fresh: { type: "none" },
  hot: never("audio backends can't be plugged into a running VM"),
};

export const input: DeviceKind = {
  id: "input",
  element: "input",
  title: "Input",
  note: "A pointer or keyboard. A tablet follows the viewer's pointer.",
  name: "type",
  summary: ["bus", "device"],
  fields: [
    choice(
      "type",
      "Device",
      "@type",
      ["tablet", "mouse", "keyboard", ["evdev", "evdev: input device of the host"]],
      { required: true },
    ),
    choice("bus", "Bus", "@bus", ["usb", "virtio", ["ps2", "PS/2"]], {
      when: { field: "type", is: ["tablet", "mouse", "keyboard"] },
    }),
    path("device", "Host device", "source@dev", {
      when: { field: "type", is: ["evdev"] },
      required: true,
      note: "As in /dev/input/by-id/…-event-kbd.",
    }),
    choice("grab", "Grab", "source@grab", ["all"], {
      when: { field: "type", is: ["evdev"] },
    }),
    choice("repeat", "Key repeat", "source@repeat", onOff, {
      when: { field: "type", is: ["evdev"] },
      rare: true,
    }),
  ],
  fresh: { type: "tablet", bus: "usb" },
  hot: ({ bus }) =>
    bus === "usb" || bus === "virtio" ? null : "only USB and virtio input devices can be plugged",
};
